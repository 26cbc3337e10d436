/** How far a verification has come; the SDL says what each state means. */
export const states = [
  'ACCEPTED',
  'AUTHORISED',
  'COMMISSIONED',
  'MUNICIPAL_RUNNING',
  'DISTRICT_RUNNING',
  'COMPILED',
  'FIELD_CHECK',
  'REPORTED',
  'NOTIFIED',
  'OBJECTED',
  'RECHECKED',
  'DECIDED',
  'MONITORED',
  'WITHDRAWN',
  'CLOSED',
] as const;

export type State = (typeof states)[number];

/** Where every verification begins: the family has applied, and nobody has taken that up. */
export const declared = 'DECLARED';

/** Who makes a step: people, by the scope that their role needs, or the verification itself. */
export type StepBy = 'verification:record' | 'verification:start' | 'verification:decide' | 'itself';

/** One row of the table: which states a step may be made in, and to which it leads from each. */
interface StepRow {
  readonly chinese: string;
  readonly by: readonly StepBy[];
  readonly paths: Readonly<Partial<Record<State | typeof declared, State>>>;
}

/** States in which registries are asked, or are about to be. */
const running = ['COMMISSIONED', 'MUNICIPAL_RUNNING', 'DISTRICT_RUNNING', 'COMPILED', 'FIELD_CHECK'] as const;

/**
 * THE table of steps. Which step may be made in a state follows from here alone, and so do the drawing of STEPS.md and the
 * tests of what is refused.
 */
export const steps = {
  ACCEPT: { chinese: '受理', by: ['verification:record'], paths: { [declared]: 'ACCEPTED' } },
  RECORD_AUTHORISATION: {
    chinese: '登记授权',
    by: ['verification:record'],
    paths: { ACCEPTED: 'ACCEPTED', AUTHORISED: 'AUTHORISED', WITHDRAWN: 'WITHDRAWN' },
  },
  COMPLETE_AUTHORISATION: {
    chinese: '授权齐备',
    by: ['itself'],
    paths: { ACCEPTED: 'AUTHORISED', WITHDRAWN: 'AUTHORISED' },
  },
  // What was reported before an authorisation was taken back stays valid (个人信息保护法, Art. 15).
  WITHDRAW_AUTHORISATION: {
    chinese: '撤回授权',
    by: ['verification:record'],
    paths: {
      ACCEPTED: 'ACCEPTED',
      AUTHORISED: 'WITHDRAWN',
      ...Object.fromEntries(running.map((state) => [state, 'WITHDRAWN'] as const)),
      REPORTED: 'REPORTED',
      NOTIFIED: 'NOTIFIED',
      OBJECTED: 'OBJECTED',
      DECIDED: 'DECIDED',
      MONITORED: 'MONITORED',
      WITHDRAWN: 'WITHDRAWN',
      CLOSED: 'CLOSED',
    },
  },
  START: { chinese: '委托', by: ['verification:start'], paths: { AUTHORISED: 'COMMISSIONED' } },
  ASK_MUNICIPAL: { chinese: '市级核对', by: ['itself'], paths: { COMMISSIONED: 'MUNICIPAL_RUNNING' } },
  ASK_DISTRICT: { chinese: '区级核对', by: ['itself'], paths: { MUNICIPAL_RUNNING: 'DISTRICT_RUNNING' } },
  COMPILE: { chinese: '汇总', by: ['itself'], paths: { DISTRICT_RUNNING: 'COMPILED' } },
  SEND_TO_FIELD: { chinese: '转调查核实', by: ['itself'], paths: { COMPILED: 'FIELD_CHECK' } },
  CHECK_IN_FIELD: {
    chinese: '调查核实',
    by: ['verification:record'],
    paths: { FIELD_CHECK: 'FIELD_CHECK' },
  },
  REPORT: {
    chinese: '出具报告',
    by: ['itself', 'verification:decide'],
    paths: { COMPILED: 'REPORTED', FIELD_CHECK: 'REPORTED', RECHECKED: 'REPORTED' },
  },
  NOTIFY: { chinese: '告知', by: ['verification:record'], paths: { REPORTED: 'NOTIFIED' } },
  OBJECT: {
    chinese: '异议',
    by: ['verification:record'],
    paths: { NOTIFIED: 'OBJECTED', OBJECTED: 'OBJECTED' },
  },
  ACCEPT_FINDINGS: { chinese: '无异议', by: ['verification:record'], paths: { NOTIFIED: 'NOTIFIED' } },
  DECIDE_OBJECTION: {
    chinese: '异议处理',
    by: ['verification:decide'],
    paths: { OBJECTED: 'OBJECTED' },
  },
  COMPLETE_RECHECK: { chinese: '复核完成', by: ['itself'], paths: { OBJECTED: 'RECHECKED' } },
  CONCLUDE: { chinese: '审核确认', by: ['verification:decide'], paths: { NOTIFIED: 'DECIDED' } },
  MONITOR: { chinese: '转动态管理', by: ['itself'], paths: { DECIDED: 'MONITORED' } },
  CLOSE: {
    chinese: '终止',
    // By itself where the family's people are no more those that were accepted.
    by: ['verification:decide', 'itself'],
    paths: {
      ACCEPTED: 'CLOSED',
      AUTHORISED: 'CLOSED',
      ...Object.fromEntries(running.map((state) => [state, 'CLOSED'] as const)),
      REPORTED: 'CLOSED',
      NOTIFIED: 'CLOSED',
      OBJECTED: 'CLOSED',
      MONITORED: 'CLOSED',
      WITHDRAWN: 'CLOSED',
    },
  },
} as const satisfies Record<string, StepRow>;

export type Step = keyof typeof steps;

/** Where a step leads from a state; null where it may not be made there. */
export function pathOf(step: Step, from: State | typeof declared): State | null {
  const { paths }: StepRow = steps[step];
  return paths[from] ?? null;
}

/** States after which nothing more comes for this application; the household may be verified anew. */
export const ended: ReadonlySet<State> = new Set<State>(['DECIDED', 'MONITORED', 'CLOSED']);
