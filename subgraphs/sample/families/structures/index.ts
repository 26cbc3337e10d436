import type { Family } from '../family';
import type { Program } from '../programs';
import { couple, elderlyCouple } from './couple';
import { grandparentsWithGrandchild } from './grandparents-with-grandchild';
import { loneParent, parentsWithChildren } from './parents-with-children';
import { singleAdult, singleDisabledAdult, singleElder } from './single';
import { threeGenerations } from './three-generations';
import { withAdultChild, withDisabledChild } from './with-adult-child';

/** Fills a family that is empty. */
export type Structure = (family: Family) => void;

/**
 * How many in a hundred families of each program have which structure. The shares are made up so that the
 * members of a household are as many on average as in the first half of 2018: 2.53, 3.71, 3.24, 1.13, 2.84.
 */
export const structures: Readonly<Record<Program, readonly (readonly [Structure, number])[]>> = {
  MINIMUM_LIVING_ALLOWANCE: [
    [singleAdult, 10],
    [singleElder, 8],
    [couple, 17],
    [loneParent, 20],
    [parentsWithChildren, 21],
    [threeGenerations, 11],
    [withDisabledChild, 6],
    [withAdultChild, 4],
    [grandparentsWithGrandchild, 3],
  ],
  TEMPORARY_ASSISTANCE: [
    [parentsWithChildren, 38],
    [threeGenerations, 43],
    [withAdultChild, 11],
    [couple, 4],
    [loneParent, 4],
  ],
  MEDICAL_ASSISTANCE: [
    [parentsWithChildren, 38],
    [threeGenerations, 24],
    [withAdultChild, 14],
    [couple, 13],
    [loneParent, 8],
    [singleElder, 3],
  ],
  SPECIAL_HARDSHIP_SUPPORT: [
    [singleElder, 74],
    [singleDisabledAdult, 13],
    [elderlyCouple, 13],
  ],
  HOUSING_ASSISTANCE: [
    [loneParent, 26],
    [parentsWithChildren, 38],
    [threeGenerations, 10],
    [couple, 14],
    [singleAdult, 8],
    [withDisabledChild, 4],
  ],
};
