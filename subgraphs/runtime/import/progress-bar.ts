import { SingleBar } from 'cli-progress';
import type { Progress } from './import-options';

/** Shows how far each file has been read, one bar after another. Nothing is shown but to a terminal. */
export interface ProgressBar {
  readonly show: ((progress: Progress) => void) | undefined;
  /** Takes the bar away, so that a line can be printed. */
  readonly clear: () => void;
}

export function progressBar(stream: NodeJS.WriteStream): ProgressBar {
  if (!stream.isTTY) return { show: undefined, clear: () => undefined };
  let bar: SingleBar | undefined;
  return {
    show: ({ file, read, size }) => {
      if (!bar) {
        bar = new SingleBar({ stream, format: '{file} [{bar}] {percentage}%', clearOnComplete: true });
        bar.start(size, 0, { file });
      }
      bar.update(read);
    },
    clear: () => {
      bar?.stop();
      bar = undefined;
    },
  };
}
