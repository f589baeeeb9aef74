/** The password of every seeded account. */
export const SEED_PASSWORD = 'password123';

/** Ids and addresses that never change, for tests and examples. */
export const seed = {
  client: { id: '123e4567-e89b-12d3-a456-426614174000', email: 'client@example.com' },
  /** A second client, who books the wanted slot in the scenario `slot-taken`. */
  rival: { id: '123e4567-e89b-12d3-a456-426614174001', email: 'noor@example.com' },
  /** Ana Keller, the first coach of the list, open every day. */
  coach: { id: '323e4567-e89b-12d3-a456-426614174000', email: 'coach@example.com' },
  admin: { id: '923e4567-e89b-12d3-a456-426614174000', email: 'admin@example.com' },
  coaches: {
    /** Berlin, open every day. */
    ana: '323e4567-e89b-12d3-a456-426614174000',
    /** Berlin, split days. */
    lukas: '323e4567-e89b-12d3-a456-426614174001',
    /** New York, alternate weeks. */
    maya: '323e4567-e89b-12d3-a456-426614174002',
    /** Kathmandu, hours past midnight. */
    sunita: '323e4567-e89b-12d3-a456-426614174003',
    /** Lord Howe Island, a holiday, two lengths with prices. */
    isla: '323e4567-e89b-12d3-a456-426614174004',
    /** Mexico City, asks questions. */
    tomas: '323e4567-e89b-12d3-a456-426614174005',
    /** Amman, one hour every four weeks. */
    rania: '323e4567-e89b-12d3-a456-426614174006',
    /** Paris, not active. */
    claire: '323e4567-e89b-12d3-a456-426614174007',
  },
  /** The session types of Maya Robinson. */
  sessionTypes: {
    /** 20 minutes, free, booked at once. */
    intro: '523e4567-e89b-12d3-a456-426614174000',
    /** An hour, $140, booked when it is paid. */
    hour: '523e4567-e89b-12d3-a456-426614174001',
    /** 90 minutes, $210, confirmed by the coach. */
    walk: '523e4567-e89b-12d3-a456-426614174002',
    /** Not listed. */
    hidden: '523e4567-e89b-12d3-a456-426614174003',
  },
} as const;
