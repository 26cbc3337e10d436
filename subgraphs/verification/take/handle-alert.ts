import type { Caller } from '../../../schema/wire/caller';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Office } from '../office';
import { readAlert, type Alert } from '../store/alerts';
import { readVerification } from '../store/read-verification';
import { maySee } from './may-see';
import { writtenText } from './text';

export interface HandleAlertInput {
  readonly alertId: string;
  readonly resolution: string;
  readonly note: string;
}

/**
 * 处理预警. Saying the same again does nothing. Throws ALERT_NOT_FOUND, and ALERT_HANDLED where something else was said before.
 */
export function handleAlert(office: Office, input: HandleAlertInput, caller: Caller): Promise<Alert> {
  const { alertId, resolution } = input;
  const note = writtenText(input.note);
  const { subject } = caller;
  return office.write(async ({ run }) => {
    const alert = await readAlert(run, alertId);
    const verification = alert && (await readVerification(run, alert.verificationId));
    if (!verification || !maySee(caller, verification.application.divisionCode)) {
      throw catalogueError('ALERT_NOT_FOUND');
    }
    const { handling } = alert;
    if (handling) {
      const isSame = handling.resolution === resolution && handling.note === note && handling.by === subject;
      if (isSame) return alert;
      throw catalogueError('ALERT_HANDLED');
    }
    await run(
      'INSERT INTO alert_handlings (alert_id, resolution, note, at, by_subject) VALUES (?, ?, ?, ?, ?)',
      [alertId, resolution, note, office.clock().getTime(), subject],
    );
    return (await readAlert(run, alertId)) ?? alert;
  });
}
