import { choice, date, text } from '../../runtime/registry/columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';
import { households } from './households';
import { programs } from './programs';

/** 核查授权书: who allowed the registries to be asked, for which program, and until when. */
export const authorisations = defineRegistry({
  name: 'authorisations',
  chinese: '核查授权书',
  tier: 'municipal',
  key: ['authorisationNumber'],
  indices: [['householdId'], ['person']],
  // Taken back through the graph, it stays taken back, whatever a delivery says that was written before.
  lasting: ['withdrawnOn'],
  references: [{ column: 'household_id', registry: households }],
  columns: {
    authorisationNumber: text('authorisation_no', '授权书编号', { max: 60 }),
    householdId: text('household_id', '家庭编号', { max: 40 }),
    person: person('id_number', '公民身份号码'),
    program: choice('program', '救助类别', programs),
    signedOn: date('signed_on', '签署日期'),
    validUntil: date('valid_until', '有效期止', { optional: true }),
    withdrawnOn: date('withdrawn_on', '撤回日期', { optional: true }),
  },
});
