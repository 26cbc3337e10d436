/** What holds for every rule, by number: the code refers to these as principles of RULES.md. */
export const principles = `## Principles

1. People decide. An assessment recommends, and changes no benefit.
2. No answer is not 'none'. Only FOUND and NO_RECORD are answers. Any other status of a check that the program reads for
   somebody, a check that did not arrive, and one that does not list them, is CHECK_UNANSWERED and stands in
   \`unanswered\`. An amount that was not declared is 0.
3. Missing facts are safe both ways. A finding bars only if it would however the unanswered checks came to be answered;
   one that they might undo keeps its code and is UNSETTLED. So silence makes nobody MEET, and nobody FAIL.
4. Rows of a STALE check are shown. A finding that needs one is UNSETTLED instead of BARS, and they lift no bar.
5. The edition and the standard of the day of assessment apply. A day without either is an error, never the nearest.
6. Every finding cites its rule's document, and the rows that it rests on with the time that they stand for.
7. FAILS if a finding BARS; else UNDETERMINED if one is UNSETTLED; else NEEDS_REVIEW if one is for REVIEW; else MEETS.
8. Income is summed in fen. Income per member is rounded to the fen, half up, and then compared; below is strictly below.
9. The dead are not counted, nor is what they own or earn. Once the death registry tells of them, no other is read for
   them. With no living member only MEMBER_DECEASED and CHECK_UNANSWERED are told.
10. A window of months or years before the application begins on the same calendar day, or the last of a month that has
    no such day, and ends on the day of assessment, both included.

## Income

Of each member and head (WAGES, BUSINESS, PROPERTY, TRANSFER) the *definite* amount is what was declared; of TRANSFER the
greater of that and the benefits of the newest month that social insurance pays, both without an exempt basic part of a
resident pension. The *indicated* amount is the greatest of the definite one, of income declared for tax (averaged), of
the insurance base that an employer pays for, and of the wage that deposits in the provident fund imply.

## After a visit

A finding that people refuted stays as a NOTE. A confirmed one keeps its effect, or bars where the tables say 'BARS once
confirmed'; a confirmed REVIEW no longer holds the outcome. No visit settles CHECK_UNANSWERED, PURPOSE_MISMATCH or
MEMBER_DECEASED: the registry has to answer, or be corrected.`;
