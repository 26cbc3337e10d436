// Conditions that no case can turn, each with the reason.
module.exports = new Map([
  [
    'household: parameter',
    'an edition that lacks a figure of its rules does not load; the check is for whoever adds a rule',
  ],
]);
