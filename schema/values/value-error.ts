/**
 * A value that is not of the form that its column, argument or field asks for.
 *
 * `message` says what is wrong ("the check character is wrong"), `expected` what would be right ("18 digits
 * with a GB 11643 check character, or 15 digits"). Both are fixed text, at most with a count in it: neither
 * ever holds the offending value, so that either can be logged, written into a report or sent to a client.
 * The caller adds where the value stood (file, line, column), never what it was.
 */
export class ValueError extends Error {
  override readonly name = 'ValueError';
  readonly expected: string;

  constructor(message: string, expected: string) {
    super(message);
    this.expected = expected;
  }
}
