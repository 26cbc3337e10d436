import type { ApolloServer } from '@apollo/server';
import type { Execution } from '../execution/execution';
import type { GatewayContext } from '../gateway-context';
import type { ProblemOf } from '../limits/problem-of';
import type { AnswerPublished } from '../published/published-answers';
import type { LaneOf } from '../overload/lane-finder';

/** All that follows from one supergraph. A request has all of it from the same one, from its first gate to its end. */
export interface ServedSupergraph {
  readonly server: ApolloServer<GatewayContext>;
  readonly execution: Execution;
  readonly answerPublished: AnswerPublished;
  readonly problemOf: ProblemOf;
  readonly laneOf: LaneOf;
}
