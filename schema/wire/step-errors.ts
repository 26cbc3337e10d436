import type { CatalogueEntry } from './catalogue-entry';

/**
 * What keeps a step of a verification, or a record of civil affairs, from being made: a part of the catalogue. They stand
 * beside data, so that their HTTP answer is 200.
 */
export const stepErrors = {
  VERSION_CONFLICT: {
    status: 409,
    en: 'Somebody has gone on with this verification since the version that the step follows. Read it anew. Nothing was changed.',
    zh: '该核对在此步骤所依据的版本之后已有变更,请重新读取。未作任何更改。',
    details: { version: 'count' },
  },
  STEP_NOT_ALLOWED: {
    status: 409,
    en: 'The verification is in a state in which this step may not be made. Nothing was changed.',
    zh: '该核对当前所处环节不允许此步骤,未作任何更改。',
    details: { step: 'word', state: 'word' },
  },
  KEY_REUSED: {
    status: 409,
    en: 'The key was used before for something else: each step takes a key of its own.',
    zh: '该操作标识已用于其他操作,每一步骤须使用各自的标识。',
  },
  VERIFICATION_NOT_FOUND: {
    status: 404,
    en: 'No verification has this number, or none that the caller may see.',
    zh: '没有此编号的核对,或调用者无权查看。',
  },
  VERIFICATION_OPEN: {
    status: 409,
    en: 'The household has a verification that has not come to its end: it is continued, not begun anew.',
    zh: '该家庭已有尚未结束的核对,应继续办理,不得重复受理。',
  },
  HOUSEHOLD_NOT_FOUND: {
    status: 404,
    en: 'No household has this number, or none that the caller may see.',
    zh: '没有此编号的家庭,或调用者无权查看。',
  },
  PERSON_NOT_IN_HOUSEHOLD: {
    status: 400,
    en: 'Somebody who is named is neither a member of this household nor obliged to support one.',
    zh: '所列人员既不是该家庭成员,也不是其法定义务人。',
  },
  AUTHORISATION_MISSING: {
    status: 409,
    en: 'Somebody who has to authorise the check has not, or no longer does: registries are not asked about them.',
    zh: '有须授权的人员尚未授权或授权已失效,不得查询其信息。',
  },
  AUTHORISATION_WITHDRAWN: {
    status: 409,
    en: 'An authorisation of this number was taken back before: it has to be signed anew, under a number of its own.',
    zh: '该编号的授权书已撤回,须重新签署并使用新的编号。',
  },
  AUTHORISATION_NOT_FOUND: {
    status: 404,
    en: 'No authorisation of this household has this number.',
    zh: '该家庭没有此编号的授权书。',
  },
  AUTHORISATION_NUMBER_TAKEN: {
    status: 409,
    en: 'An authorisation of another content has this number: a form is recorded once, and withdrawn rather than altered.',
    zh: '该授权书编号已登记为其他内容;授权书只登记一次,可撤回而不得更改。',
  },
  FINDING_NOT_FOUND: {
    status: 404,
    en: 'The verification has no finding with this id.',
    zh: '该核对没有此编号的核对发现。',
  },
  FINDING_NOT_OPEN: {
    status: 409,
    en: 'Nothing is to be recorded or decided of this finding, or that was done already.',
    zh: '该核对发现无需处理,或已处理完毕。',
  },
  ALREADY_OBJECTED: {
    status: 409,
    en: 'The family has contested this finding before: each can be contested once.',
    zh: '家庭已就该核对发现提出过异议,每项只可提出一次。',
  },
  VERIFICATION_CLOSED: {
    status: 409,
    en: 'The verification was ended before all registries had been asked.',
    zh: '该核对在全部登记库查询完成之前已终止。',
  },
  OBJECTION_PERIOD_OVER: {
    status: 409,
    en: 'The time to object to this version of the report is over.',
    zh: '对该版报告提出异议的期限已过。',
  },
  OBJECTION_PERIOD_OPEN: {
    status: 409,
    en: 'The family may object until that day, and has not said that it has no objection.',
    zh: '该家庭在该日之前可提出异议,且尚未表示无异议。',
    details: { until: 'day' },
  },
  REASON_NEEDED: {
    status: 400,
    en: 'The step has to say why: a refusal is explained, and whatever departs from the report.',
    zh: '该步骤须说明理由:不予救助或与报告结论不一致的决定均须说明。',
  },
  TEXT_INVALID: {
    status: 400,
    en: 'A text is empty or too long, has characters that are not written, or holds an identity number.',
    zh: '文本为空、过长、含有不可见字符或含有身份证号码。',
  },
  BATCH_NOT_FOUND: {
    status: 404,
    en: 'No batch has this number, or none that the caller may see.',
    zh: '没有此编号的批量核对,或调用者无权查看。',
  },
  BATCH_INPUT_INVALID: {
    status: 400,
    en: 'A batch takes either household numbers, at most 200, or a filter that finds some.',
    zh: '批量核对须提供家庭编号(最多 200 个)或筛选条件,二者择一,且须有符合条件的家庭。',
  },
  BATCH_NOT_ALLOWED: {
    status: 409,
    en: 'The batch is in a state in which it cannot be held, let go on or ended so.',
    zh: '该批量核对当前状态不允许此操作。',
  },
  ALERT_NOT_FOUND: {
    status: 404,
    en: 'No alert has this number, or none that the caller may see.',
    zh: '没有此编号的预警,或调用者无权查看。',
  },
  ALERT_HANDLED: {
    status: 409,
    en: 'Somebody has said already what came of this alert.',
    zh: '该预警已处理。',
  },
  STATISTICS_RANGE_INVALID: {
    status: 400,
    en: 'Statistics take a first day and a last day that is not before it; for all but verifiers, half-years that are over.',
    zh: '统计起止日期须先后有序;非核查人员只能按已结束的整个半年统计。',
  },
  NOT_YET_DUE: {
    status: 409,
    en: 'The household is not one of those that the batch verifies: it draws no assistance to be looked at again, or draws it already.',
    zh: '该家庭不属于该批次的核对对象:未在享受救助,或已在享受救助。',
  },
} as const satisfies Record<string, CatalogueEntry>;
