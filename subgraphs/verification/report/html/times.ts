/** A day as the page writes it, such as 2018年7月2日. */
export function dayText(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-');
  return `${year ?? ''}年${Number(month)}月${Number(date)}日`;
}

/** An instant in Beijing time to the minute, as the document gives it. */
export function instantText(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;
}
