import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPortableTable, date, document, integer, text } from '../../runtime/database/portable-table';

/**
 * Verifications with their events, answers and reports; batches; alerts. Events, attempts, reports, alerts and what was
 * done about them are only ever added. `verifications` repeats what events say, to be searched and claimed by.
 */
export class CreateVerifications1764300000000 implements MigrationInterface {
  readonly name = 'CreateVerifications1764300000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const table = createPortableTable.bind(undefined, queryRunner);
    await table(
      'verifications',
      [
        text('id', 40),
        text('household_id', 40),
        text('kind', 20),
        text('previous_id?', 40),
        text('batch_id?', 40),
        text('program', 40),
        text('division_code', 12),
        integer('members'),
        text('state', 20),
        integer('version'),
        integer('accepted_at'),
        text('outcome?', 20),
        // The first report's day: the day on which the statistics count the verification.
        date('reported_on?'),
        date('deadline_on?'),
        date('next_recheck_on?'),
        // What a worker needs: when it is due, how urgent, who has it, and how far its tier has come.
        integer('due_at?'),
        integer('priority'),
        text('lease_by?', 60),
        integer('lease_until?'),
      ],
      {
        key: ['id'],
        indices: [
          ['household_id', 'accepted_at'],
          ['accepted_at', 'id'],
          ['state', 'accepted_at'],
          ['priority', 'due_at'],
          ['deadline_on'],
          ['next_recheck_on'],
          ['reported_on'],
          ['batch_id'],
          ['previous_id'],
        ],
      },
    );
    // A row while a household has a verification that has not ended: its key lets there be one at a time.
    await table('open_households', [text('household_id', 40), text('verification_id', 40)], {
      key: ['household_id'],
    });
    await table(
      'verification_events',
      [text('verification_id', 40), integer('sequence'), text('step', 30), document('event')],
      { key: ['verification_id', 'sequence'] },
    );
    // By the client's key: what was asked by it, as a digest, and what came of it.
    await table('step_keys', [text('step_key', 64), text('request', 64), text('subject_id', 40)], {
      key: ['step_key'],
    });
    await table(
      'registry_attempts',
      [
        text('verification_id', 40),
        integer('run'),
        text('tier', 20),
        integer('number'),
        integer('at'),
        document('answers'),
      ],
      { key: ['verification_id', 'run', 'tier', 'number'] },
    );
    await table(
      'reports',
      [
        text('verification_id', 40),
        integer('version'),
        integer('issued_at'),
        text('digest', 64),
        document('document'),
      ],
      { key: ['verification_id', 'version'] },
    );
    // What the newest report holds that statistics count: codes of findings, registries that stayed silent.
    await table('report_marks', [text('verification_id', 40), text('kind', 10), text('mark', 60)], {
      key: ['verification_id', 'kind', 'mark'],
    });
    await table(
      'alerts',
      [
        text('id', 40),
        text('verification_id', 40),
        text('division_code', 12),
        text('kind', 30),
        text('person_id?', 40),
        document('message'),
        integer('raised_at'),
      ],
      { key: ['id'], indices: [['verification_id'], ['raised_at', 'id']] },
    );
    await table(
      'alert_handlings',
      [
        text('alert_id', 40),
        text('resolution', 30),
        document('note'),
        integer('at'),
        text('by_subject', 200),
      ],
      { key: ['alert_id'] },
    );
    await table(
      'batches',
      [
        text('id', 40),
        text('kind', 20),
        text('state', 20),
        integer('started_at'),
        text('started_by', 200),
        text('started_role', 40),
        // What the search for its households is to find; null where they were named. Then how far it has come.
        document('search_filter?'),
        document('divisions?'),
        text('search_cursor?', 200),
        integer('is_searched'),
      ],
      { key: ['id'], indices: [['state']] },
    );
    await table(
      'batch_households',
      [
        text('batch_id', 40),
        text('household_id', 40),
        integer('place'),
        text('state', 20),
        text('verification_id?', 40),
        text('code?', 60),
      ],
      {
        key: ['batch_id', 'household_id'],
        indices: [['batch_id', 'state', 'place'], ['verification_id']],
      },
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of [
      'batch_households',
      'batches',
      'alert_handlings',
      'alerts',
      'report_marks',
      'reports',
      'registry_attempts',
      'step_keys',
      'verification_events',
      'open_households',
      'verifications',
    ]) {
      await queryRunner.dropTable(name);
    }
  }
}
