import type { Booking } from '../../contract/index.ts';
import type { ManageEvent } from '../base/booking-events.ts';
import type { BookingTexts } from '../i18n/booking.ts';
import type { BookingElement } from './booking-element.ts';
import type { BookingSource } from './booking-source.ts';

/** The data of the steps' views. */
export interface StepScene {
  readonly host: BookingElement;
  readonly source: BookingSource;
  readonly language: string;
  readonly texts: BookingTexts;
  /** The signed link that opened a booking, or empty. */
  readonly link: string;
  /** How the visitor came back from the checkout, or empty. */
  readonly returned: string;
  /** The booking that is held until it is paid. */
  readonly held: Booking | undefined;
  /** True while the times are shown. */
  readonly choosing: boolean;
  readonly toTimes: () => void;
  readonly manage: (event: ManageEvent) => void;
}
