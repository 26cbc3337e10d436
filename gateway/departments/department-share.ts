/** How much of the time of a call a department may use itself, so that its answer arrives before the deadline. */
export const departmentShare = 0.9;
