/** How many texts are remembered at once. */
const most = 100;

/** A question about texts of which the same few are asked again and again: the newest answers are kept. */
export function remembered(holds: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const answer = holds(text);
    known.set(text, answer);
    return answer;
  };
}
