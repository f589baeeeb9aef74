import type { CoachProfile } from '../../server/ports.ts';
import { seed } from './ids.ts';

const { coaches } = seed;

/** A coach of the seed: the profile, and the first part of the e-mail address. */
interface SeedCoach {
  readonly login: string;
  readonly profile: CoachProfile & { readonly name: string };
}

/** Sorted as they are listed. */
export const seedCoaches: readonly SeedCoach[] = [
  {
    login: 'coach',
    profile: {
      user_id: coaches.ana,
      name: 'Ana Keller',
      headline: 'Starting over in a German-speaking workplace',
      bio: 'I grew up between Zagreb and Stuttgart and spent eleven years in HR at an engineering company. I help people who are new in Germany read what is said between the lines: in interviews, in feedback talks, and over lunch.',
      photo_url: null,
      languages: ['English', 'German', 'Croatian'],
      expertise: ['Career transition', 'Job interviews', 'Working in Germany'],
      hourly_rate: 90,
      currency: 'EUR',
      location: 'Video call',
    },
  },
  {
    login: 'lukas',
    profile: {
      user_id: coaches.lukas,
      name: 'Lukas Brandt',
      headline: 'First-time leaders in mixed teams',
      bio: 'Former product lead, now coaching people who suddenly run a team spread over four countries. Practical, with homework.',
      photo_url: null,
      languages: ['German', 'English'],
      expertise: ['Leadership', 'Remote teams', 'Feedback'],
      hourly_rate: 120,
      currency: 'EUR',
      location: 'Video call',
    },
  },
  {
    login: 'maya',
    profile: {
      user_id: coaches.maya,
      name: 'Maya Robinson',
      headline: 'Relocating to the United States, without losing yourself',
      bio: 'I have moved nine times for work, twice with children. Together we plan the first hundred days: school, small talk, salary talks and the rest.',
      photo_url: null,
      languages: ['English', 'French'],
      expertise: ['Relocation', 'Families abroad', 'Salary negotiation'],
      hourly_rate: 140,
      currency: 'USD',
      location: 'Phone or video call',
    },
  },
  {
    login: 'sunita',
    profile: {
      user_id: coaches.sunita,
      name: 'Sunita Gurung',
      headline: 'Working across Asia and Europe',
      bio: 'Trekking guide first, then programme officer for three aid organisations. I coach teams whose meetings are somebody’s midnight, usually mine.',
      photo_url: null,
      languages: ['Nepali', 'English', 'Hindi'],
      expertise: ['Remote teams', 'Aid and development', 'Conflict'],
      hourly_rate: 45,
      currency: 'USD',
      location: 'Video call',
    },
  },
  {
    login: 'isla',
    profile: {
      user_id: coaches.isla,
      name: 'Isla Hartley',
      headline: 'Short sessions for people under pressure',
      bio: 'I ran emergency rooms for twenty years and moved to a very small island. Half an hour is often enough to see the next step.',
      photo_url: null,
      languages: ['English'],
      expertise: ['Burn-out', 'Career transition', 'Health care'],
      hourly_rate: 150,
      currency: 'AUD',
      location: 'Video call',
    },
  },
  {
    login: 'tomas',
    profile: {
      user_id: coaches.tomas,
      name: 'Tomás Herrera',
      headline: 'Negotiating between Latin America and the north',
      bio: 'Contracts lawyer turned coach. I ask a few questions beforehand so that we can start at once.',
      photo_url: null,
      languages: ['Spanish', 'English', 'Portuguese'],
      expertise: ['Negotiation', 'Sales', 'Founders'],
      hourly_rate: 80,
      currency: 'USD',
      location: 'Video call',
      questions: [
        {
          id: 'topic',
          label: 'What should we talk about?',
          kind: 'choice',
          required: true,
          options: ['A negotiation ahead', 'A conflict', 'Something else'],
        },
        { id: 'company', label: 'Where do you work?', kind: 'text', required: false },
        {
          id: 'goal',
          label: 'What would make this session a success?',
          kind: 'long_text',
          required: false,
          help: 'A sentence is enough.',
        },
        {
          id: 'phone',
          label: 'Phone',
          kind: 'phone',
          required: true,
          help: 'Only used when the video call fails.',
        },
        { id: 'first_time', label: 'Is this your first coaching session?', kind: 'yes_no', required: false },
      ],
    },
  },
  {
    login: 'rania',
    profile: {
      user_id: coaches.rania,
      name: 'Rania Haddad',
      headline: 'Speaking so that people listen',
      bio: 'Radio host in Amman. I take very few clients, one hour a month, and prepare for each of them.',
      photo_url: null,
      languages: ['Arabic', 'English'],
      expertise: ['Public speaking', 'Media'],
      hourly_rate: 110,
      currency: 'USD',
      location: 'Video call',
    },
  },
  {
    login: 'claire',
    profile: {
      user_id: coaches.claire,
      name: 'Claire Dubois',
      headline: 'French companies from the inside',
      bio: 'On leave until further notice.',
      photo_url: null,
      languages: ['French', 'English'],
      expertise: ['Working in France'],
      hourly_rate: 95,
      currency: 'EUR',
      location: 'Video call',
    },
  },
];
