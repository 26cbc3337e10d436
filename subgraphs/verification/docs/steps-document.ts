import { type declared, states, steps, type State, type Step, type StepBy } from '../process/steps';

const who: Readonly<Record<StepBy, string>> = {
  'verification:record': 'whoever has `verification:record`',
  'verification:start': 'whoever has `verification:start`',
  'verification:decide': 'whoever has `verification:decide`',
  itself: 'the verification itself',
};

/** STEPS.md: the table of steps as a drawing and as rows. */
export function stepsDocument(): string {
  const rows = Object.entries(steps) as [Step, (typeof steps)[Step]][];
  const paths = rows.flatMap(([step, row]) =>
    (Object.entries(row.paths) as [State | typeof declared, State][]).map(([from, to]) => ({
      ...{ step, from, to },
      chinese: row.chinese,
    })),
  );
  const moving = paths.filter(({ from, to }) => from !== to);
  return [
    '# The steps of a verification',
    '',
    'Made from `process/steps.ts` by `npm run documents`. Which step may be made in which state follows from that table',
    'alone; every other step is `STEP_NOT_ALLOWED`. Steps that leave a verification in its state are in the rows below,',
    'not in the drawing.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> DECLARED: 申请',
    ...moving.map(({ from, to, chinese }) => `  ${from} --> ${to}: ${chinese}`),
    ...states
      .filter((state) => !moving.some(({ from }) => from === state))
      .map((state) => `  ${state} --> [*]`),
    '```',
    '',
    '| step | in Chinese | made by | from | to |',
    '|---|---|---|---|---|',
    ...rows.map(([step, { chinese, by }]) => {
      const own = paths.filter((path) => path.step === step);
      const makers = by.map((maker: StepBy) => who[maker]).join(', or ');
      const listed = (names: readonly string[]) => names.map((name) => `\`${name}\``).join('<br>');
      return `| \`${step}\` | ${chinese} | ${makers} | ${listed(own.map(({ from }) => from))} | ${listed(own.map(({ to }) => to))} |`;
    }),
    '',
  ].join('\n');
}
