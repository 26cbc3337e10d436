import { isPurpose, type Purpose } from '../../schema/access/purposes';
import { redactIdNumbers } from '../../schema/values/id-number';
import type { ErrorCode } from '../../schema/wire/error-catalogue';
import { purposesOf, type Role } from './roles';

const longestReason = 500;

/** The two headers as they came. */
export interface StatedHeaders {
  readonly purpose?: string | undefined;
  readonly reason?: string | undefined;
}

/** What somebody asks for, or which error that is. */
export interface StatedPurpose {
  readonly purpose: Purpose | null;
  readonly reason: string | null;
  /** Why nothing may be asked for this purpose; null where it may. */
  readonly problem: ErrorCode | null;
}

/** Reads what somebody of a role says they ask for. No purpose is no problem yet: not every field needs one. */
export function statedPurpose(role: Role, headers: StatedHeaders): StatedPurpose {
  const reason = reasonOf(headers.reason);
  if (reason === undefined) return { purpose: null, reason: null, problem: 'REASON_INVALID' };
  const { purpose = null } = headers;
  if (purpose === null) return { purpose, reason, problem: null };
  if (!isPurpose(purpose) || !purposesOf[role].includes(purpose)) {
    return { purpose: null, reason, problem: 'PURPOSE_NOT_ALLOWED' };
  }
  return { purpose, reason, problem: purpose === 'AUDIT' && reason === null ? 'REASON_REQUIRED' : null };
}

/** The reason's text; null without one, undefined where it cannot be taken. */
function reasonOf(header: string | undefined): string | null | undefined {
  const text = header && decoded(header)?.normalize('NFC').trim();
  if (text === undefined) return header === undefined ? null : undefined;
  const isFit =
    [...text].length <= longestReason && !/\p{C}|\p{Zl}|\p{Zp}/u.test(text) && redactIdNumbers(text) === text;
  return isFit ? text || null : undefined;
}

/** Node reads header bytes as Latin-1. Undefined where they are not UTF-8. */
function decoded(header: string): string | undefined {
  try {
    const bytes = Buffer.from(header, 'latin1');
    const raw = bytes.toString('latin1') === header ? utf8.decode(bytes) : header;
    return decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
