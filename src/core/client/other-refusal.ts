import type { FieldError } from '../../contract/problem.ts';
import { codeOfSentence } from './sentence-code.ts';

/** The facts in a refusal's body. */
export interface RefusalBody {
  readonly detail?: string | undefined;
  readonly code?: string | undefined;
  readonly fields: readonly FieldError[];
}

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** FastAPI's `{loc: ['body', 'notes'], msg}` or the contract's `{field, message}`. */
function readFields(list: unknown): FieldError[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isJson).flatMap((entry) => {
    const field = Array.isArray(entry.loc) ? entry.loc.join('.') : textOf(entry.field);
    const message = textOf(entry.msg) ?? textOf(entry.message);
    return message === undefined ? [] : [{ field: field ?? '', message }];
  });
}

/**
 * Reads a refusal that is not what the contract says: `{detail: "…"}`, FastAPI's `{detail: [{loc, msg}]}`, `{error: {code, message}}`,
 * `{message}`; any other body gives no facts. A refusal without a code gets the one of its sentence: older backends send the contract's
 * sentences alone.
 */
export function readOtherRefusal(body: unknown): RefusalBody {
  if (!isJson(body)) return { fields: [] };
  const inner = isJson(body.error) ? body.error : isJson(body.detail) && !Array.isArray(body.detail) ? body.detail : {};
  const fields = [body.errors, body.detail, inner.errors].flatMap(readFields);
  const summary = fields.map(({ field, message }) => `${field} ${message}`).join('; ');
  const detail =
    textOf(body.detail) ??
    textOf(inner.message) ??
    textOf(inner.detail) ??
    textOf(body.message) ??
    textOf(body.error) ??
    textOf(summary) ??
    textOf(body.title);
  return {
    detail,
    code: textOf(body.code) ?? textOf(inner.code) ?? (detail === undefined ? undefined : codeOfSentence(detail)),
    fields,
  };
}
