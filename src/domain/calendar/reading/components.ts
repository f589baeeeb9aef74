/** A property of a component, unfolded: `DTSTART;TZID=Europe/Berlin:20251115T140000`. */
export interface Property {
  /** In upper case. */
  readonly name: string;
  /** By name in upper case; without quotes. */
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
}

/** A component of a calendar file: `VCALENDAR`, `VEVENT`, `VTIMEZONE` with the components inside. */
export interface Component {
  /** In upper case. */
  readonly name: string;
  readonly properties: readonly Property[];
  readonly parts: readonly Component[];
  /** Its END is missing, or a property that its times depend on is malformed. */
  readonly damaged: boolean;
}

interface OpenComponent extends Component {
  readonly properties: Property[];
  readonly parts: OpenComponent[];
  damaged: boolean;
}

/** The properties that times depend on. All others are skipped without being read: descriptions, attachments, attendees. */
const READ = new Set(
  [
    'BEGIN END UID DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE RECURRENCE-ID TRANSP STATUS FREEBUSY METHOD',
    'X-MICROSOFT-CDO-BUSYSTATUS TZID TZOFFSETFROM TZOFFSETTO X-LIC-LOCATION',
  ].flatMap((names) => names.split(' ')),
);
/** Components of a calendar that are never nested in one another. */
const OUTER = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE', 'VAVAILABILITY']);
const NAME = /^[A-Za-z\d-]+/;
const PARAMETER = /;([A-Za-z\d-]+)=("[^"]*"|[^;:"]*)/y;
/** Lines read between two pauses: about a millisecond. */
const LINES_A_SLICE = 4000;

/**
 * The calendars in a text (RFC 5545 3.1 and 3.4). Accepts other text between calendars, lines that are no property, every kind of
 * line break, and a missing END.
 * @yields how much of the text has been read, 0 to 1, so that the caller can pause
 */
export function* readCalendars(text: string): Generator<number, readonly Component[]> {
  const calendars: OpenComponent[] = [];
  const open: OpenComponent[] = [];
  let lines = 0;
  for (const line of contentLines(text)) {
    if (++lines % LINES_A_SLICE === 0) yield line.end / text.length;
    const name = NAME.exec(line.text)?.[0].toUpperCase() ?? '';
    const component = open.at(-1);
    const property = readProperty(line.text, name);
    if (!property) {
      if (component) component.damaged = true;
    } else if (name === 'BEGIN') {
      begin(property.value.trim().toUpperCase(), open, calendars);
    } else if (name === 'END') {
      end(property.value.trim().toUpperCase(), open);
    } else component?.properties.push(property);
  }
  for (const component of open) component.damaged = true;
  return calendars;
}

function begin(name: string, open: OpenComponent[], calendars: OpenComponent[]): void {
  const component: OpenComponent = { name, properties: [], parts: [], damaged: false };
  // The END of a component that cannot hold this one is missing.
  const holders = name === 'VCALENDAR' ? 0 : OUTER.has(name) ? 1 : open.length;
  for (const left of open.splice(holders)) left.damaged = true;
  if (name === 'VCALENDAR') calendars.push(component);
  open.at(-1)?.parts.push(component);
  open.push(component);
}

function end(name: string, open: OpenComponent[]): void {
  const index = open.findLastIndex((each) => each.name === name);
  if (index < 0) return;
  for (const left of open.splice(index).slice(1)) left.damaged = true;
}

/** The unfolded lines of the properties in `READ`, each with the position of its end in the text. */
function* contentLines(text: string): Generator<{ readonly text: string; readonly end: number }> {
  const source = text.includes('\n') ? text : text.replace(/\r/g, '\n');
  let line = '';
  for (let at = source.startsWith('\uFEFF') ? 1 : 0; at < source.length; ) {
    const found = source.indexOf('\n', at);
    const end = found < 0 ? source.length : found;
    const first = source[at];
    if (first === ' ' || first === '\t') {
      if (line) line += source.slice(at + 1, end).replace(/\r+$/, '');
    } else {
      if (line) yield { text: line, end: at };
      line = isRead(source, at) ? source.slice(at, end).replace(/\r+$/, '') : '';
    }
    at = end + 1;
  }
  if (line) yield { text: line, end: source.length };
}

function isRead(source: string, at: number): boolean {
  return READ.has((NAME.exec(source.slice(at, at + 32))?.[0] ?? '').toUpperCase());
}

/** Undefined when the line is no property: no colon, or malformed parameters. */
function readProperty(line: string, name: string): Property | undefined {
  const params = new Map<string, string>();
  let at = name.length;
  for (PARAMETER.lastIndex = at; ; at = PARAMETER.lastIndex) {
    const match = PARAMETER.exec(line);
    if (!match) break;
    params.set((match[1] ?? '').toUpperCase(), (match[2] ?? '').replace(/^"|"$/g, ''));
  }
  if (line[at] !== ':') return undefined;
  const value = line.slice(at + 1);
  // `TZID=(UTC+01:00) Amsterdam, Berlin:20251115T140000`: a colon in a zone without quotes; the value follows the last colon.
  const [, more, time] = params.has('TZID') ? (/^(.*):(\d{8}.*)$/.exec(value) ?? []) : [];
  if (time === undefined) return { name, params, value };
  params.set('TZID', `${params.get('TZID')}:${more}`);
  return { name, params, value: time };
}
