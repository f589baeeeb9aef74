import type {
  CalendarsMessages,
  DeskMessages,
  JourneyMessages,
  Messages,
  SellingMessages,
  VisitsMessages,
} from '../messages.ts';

/** The parts of a language other than the journey, each a chunk. */
interface LaterParts {
  readonly selling: SellingMessages;
  readonly visits: VisitsMessages;
  readonly calendars: CalendarsMessages;
  readonly desk: DeskMessages;
  readonly refusals: Pick<Messages, 'refusals'>;
}

/** The parts in which the texts of a language are loaded. */
export type TextPart = 'journey' | keyof LaterParts;

/** The first chunk of a language: the texts of the journey, and how its other parts are loaded. */
export interface LanguageStart {
  readonly journey: JourneyMessages;
  readonly parts: { readonly [Part in keyof LaterParts]: () => Promise<LaterParts[Part]> };
}
