import { problems } from '../problem.ts';
import type { RefusalTexts } from './refusal-texts.ts';

type Sentences = { readonly [Code in keyof typeof problems]: string };

/** The sentences of the contract. */
const sentences = Object.fromEntries(
  Object.entries(problems).map(([code, { detail }]) => [code, detail]),
) as unknown as Sentences;

/** Why a call failed, in English. The sentences with values of the server stand here without them. */
export const englishRefusals: RefusalTexts = {
  ...sentences,
  too_many_open_requests: 'Too many of your requests with this coach wait for an answer: wait for it, or cancel one',
  cannot_cancel: 'This booking can no longer be cancelled',
  invalid_transition: 'The status of this booking has changed meanwhile, so this is no longer possible',
  cannot_move: 'This booking can no longer be moved',
  too_late: 'It is too late to change this booking',
  not_refundable: 'This payment cannot be refunded',
  webhook_address_refused: 'This address cannot be a webhook: it must be public and begin with https://',
  too_many_webhooks: 'There may be no more webhooks',
  too_many_session_types: 'There may be no more session types',
  rate_limited: 'Too many requests. Wait a moment, then try again',
  server_busy: 'The server is busy. Try again in a moment',
  offline: 'The service could not be reached',
  timeout: 'No answer came in time',
  aborted: 'The request was stopped',
  unreadable: 'The service gave an answer that cannot be read',
  unsupported: 'This service does not offer that',
  wrong_field: 'This is not accepted as it is. Check it',
};
