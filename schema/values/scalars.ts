import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

import { isCalendarDate } from './calendar-date';
import { parseInstant } from './instant';
import { remembered } from './remembered';
import { ValueError } from './value-error';
import { parseYearMonth } from './year-month';

/**
 * The scalars of common.graphql in their wire form. Resolvers give and receive the canonical string; nothing
 * is converted on the way, so that a value passes every subgraph unaltered.
 *
 * Anything else is a GraphQLError that names the scalar and the form expected, never the value. It carries no
 * node, for graphql-js prints the source around one. (Of a wrong variable graphql-js itself quotes the value
 * before our message: the gateway's error formatting has to drop that.)
 */
export const scalars = {
  Date: wireScalar({
    name: 'Date',
    description: 'An ISO 8601 calendar date, such as 2018-05-31. It carries neither a time nor a zone.',
    expected: 'a date that exists, as YYYY-MM-DD',
    holds: isCalendarDate,
  }),
  DateTime: wireScalar({
    name: 'DateTime',
    description: 'An RFC 3339 instant, such as 2018-05-31T08:30:00+08:00.',
    expected: 'an RFC 3339 instant with its zone, such as 2018-05-31T08:30:00+08:00',
    // An answer has the few instants of the registries' last deliveries, each many times.
    holds: remembered((text) => text === text.trim() && parses(() => parseInstant(text))),
  }),
  YearMonth: wireScalar({
    name: 'YearMonth',
    description: 'An ISO 8601 month, such as 2018-05.',
    expected: 'a month as YYYY-MM',
    holds: (text) => /^\d{4}-\d{2}$/.test(text) && parses(() => parseYearMonth(text)),
  }),
  Yuan: wireScalar({
    name: 'Yuan',
    description: 'An amount of yuan as a decimal string with two places, such as "546.00". Never a float.',
    expected: 'an amount of yuan as a string with two places, such as "546.00"',
    holds: (text) => /^-?\d+\.\d{2}$/.test(text),
  }),
};

interface WireForm {
  name: string;
  description: string;
  expected: string;
  holds: (text: string) => boolean;
}

function wireScalar({ name, description, expected, holds }: WireForm): GraphQLScalarType<string, string> {
  const canonical = (value: unknown): string => {
    if (typeof value === 'string' && holds(value)) return value;
    throw new GraphQLError(`${name} expects ${expected}.`);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: canonical,
    parseValue: canonical,
    parseLiteral: (node) => canonical(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function parses(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch (error) {
    if (error instanceof ValueError) return false;
    throw error;
  }
}
