import { DAY_MINUTES } from '../../domain/time/units.ts';
import type { SessionTypeRecord } from '../../server/payments/sales-records.ts';
import { seed } from './ids.ts';

const { maya } = seed.coaches;
const refunds = { full_until_minutes: DAY_MINUTES, part: { until_minutes: 120, percent: 50 } };

/** The session types of Maya Robinson; the other coaches offer lengths, or an hour. */
export const seedSessionTypes: readonly SessionTypeRecord[] = [
  {
    id: seed.sessionTypes.intro,
    coach_id: maya,
    name: 'Intro call',
    description: 'To see whether we fit. You tell me where you are moving; I tell you how I would begin.',
    minutes: 20,
    price: null,
    location: { kind: 'phone' },
    confirmation: 'instant',
    colour: '#3f7d58',
    position: 1,
  },
  {
    id: seed.sessionTypes.hour,
    coach_id: maya,
    name: 'A session of an hour',
    description: 'One question, worked through. You leave with the next step written down.',
    minutes: 60,
    price: { amount: 14_000, currency: 'USD' },
    tax_note: 'plus sales tax where it applies',
    location: { kind: 'video' },
    confirmation: 'instant',
    colour: '#1f6f78',
    position: 2,
    hold_minutes: 15,
    refunds,
  },
  {
    id: seed.sessionTypes.walk,
    coach_id: maya,
    name: 'A walk in the park',
    description: 'Ninety minutes on foot, from Bethesda Fountain.',
    minutes: 90,
    price: { amount: 21_000, currency: 'USD' },
    location: { kind: 'place', detail: 'Bethesda Fountain, Central Park, New York' },
    confirmation: 'coach',
    colour: '#8a5a2b',
    position: 3,
    minimum_notice_minutes: DAY_MINUTES,
    refunds,
  },
  {
    id: seed.sessionTypes.hidden,
    coach_id: maya,
    name: 'For former clients',
    description: null,
    minutes: 45,
    price: { amount: 9000, currency: 'USD' },
    location: { kind: 'video' },
    confirmation: 'instant',
    hidden: true,
    position: 4,
    refunds,
  },
];
