import type { CatalogueEntry } from './catalogue-entry';
import { stepErrors } from './step-errors';

/** Every error code that a client can meet. Codes are stable; texts may be bettered. */
export const errorCatalogue = {
  UNAUTHENTICATED: {
    status: 401,
    en: 'A valid access token is needed: Authorization: Bearer TOKEN.',
    zh: '需要有效的访问令牌:Authorization: Bearer TOKEN。',
  },
  FORBIDDEN: {
    status: 403,
    en: 'The operation asks for fields that this role may not read. Nothing was asked.',
    zh: '该操作包含此角色无权读取的字段,未作任何查询。',
  },
  PURPOSE_REQUIRED: {
    status: 400,
    en: 'These fields are read for a purpose: state it in the header x-access-purpose. Nothing was asked.',
    zh: '读取这些字段须在请求头 x-access-purpose 中说明目的,未作任何查询。',
  },
  PURPOSE_NOT_ALLOWED: {
    status: 403,
    en: 'There is no such purpose, or this role does not have it. Nothing was asked.',
    zh: '该目的不存在,或此角色无权以该目的查询,未作任何查询。',
  },
  REASON_REQUIRED: {
    status: 400,
    en: 'For this purpose the header x-access-reason has to say why. Nothing was asked.',
    zh: '以该目的查询须在请求头 x-access-reason 中说明理由,未作任何查询。',
  },
  REASON_INVALID: {
    status: 400,
    en: 'x-access-reason takes up to 500 characters of UTF-8, raw or percent-encoded, on one line, without an identity number.',
    zh: 'x-access-reason 须为不超过 500 个字符的单行 UTF-8 文本(可用百分号编码),且不得含有身份证号码。',
  },
  HOUSEHOLD_BUDGET_SPENT: {
    status: 429,
    en: 'More different households than this role may ask for within an hour. Retry-After says when there is room again.',
    zh: '一小时内查询的不同家庭数超出此角色的限额,可按 Retry-After 所示时间后再试。',
    details: { limit: 'count' },
  },
  BUDGET_UNAVAILABLE: {
    status: 503,
    en: 'How many households were asked for cannot be counted at this moment, so none is shown.',
    zh: '目前无法统计已查询的家庭数,故不提供任何家庭信息。',
  },
  LEDGER_UNAVAILABLE: {
    status: 503,
    en: 'The access ledger cannot be written or read at this moment, so no personal data is given.',
    zh: '目前无法登记或读取查询留痕,故不提供个人信息。',
  },
  DOCUMENT_NOT_TRUSTED: {
    status: 400,
    en: 'This role sends documents of the published list alone: schema/operations.',
    zh: '此角色只能发送已公布清单(schema/operations)中的查询文档。',
  },
  UNSUPPORTED_CHARSET: {
    status: 415,
    en: 'Requests are UTF-8.',
    zh: '请求须使用 UTF-8 编码。',
  },
  BATCH_NOT_SUPPORTED: {
    status: 400,
    en: 'One request holds one operation; households(ids) takes many households.',
    zh: '一次请求只能包含一个操作;查询多个家庭请使用 households(ids)。',
  },
  BODY_TOO_LARGE: {
    status: 400,
    en: 'The body is longer than a request may be.',
    zh: '请求体过长。',
    details: { limit: 'count' },
  },
  BODY_TOO_DEEP: {
    status: 400,
    en: 'The body is nested deeper than a request may be.',
    zh: '请求体嵌套过深。',
    details: { limit: 'count' },
  },
  TOO_MANY_TOKENS: {
    status: 400,
    en: 'The document has more tokens than this role may send.',
    zh: '查询文档的词元数超出此角色的限额。',
    details: { limit: 'count' },
  },
  TOO_DEEP: {
    status: 400,
    en: 'The document nests fields deeper than this role may.',
    zh: '查询文档的嵌套层数超出此角色的限额。',
    details: { limit: 'count' },
  },
  TOO_MANY_ALIASES: {
    status: 400,
    en: 'The document has more aliases than this role may use.',
    zh: '查询文档的别名数超出此角色的限额。',
    details: { limit: 'count' },
  },
  TOO_MANY_ROOT_FIELDS: {
    status: 400,
    en: 'The operation asks more questions at once than this role may, or one of them too often.',
    zh: '一次操作的根字段数超出此角色的限额,或同一根字段重复过多。',
    details: { limit: 'count' },
  },
  TOO_MANY_DIRECTIVES: {
    status: 400,
    en: 'The document has more directives than this role may use.',
    zh: '查询文档的指令数超出此角色的限额。',
    details: { limit: 'count' },
  },
  TOO_MANY_SELECTIONS: {
    status: 400,
    en: 'With its fragments written out, the document selects more fields than this role may.',
    zh: '展开片段后,查询文档选取的字段数超出此角色的限额。',
    details: { limit: 'count' },
  },
  VARIABLES_TOO_LARGE: {
    status: 400,
    en: 'The variables are longer than this role may send.',
    zh: '变量总长度超出此角色的限额。',
    details: { limit: 'count' },
  },
  VARIABLES_TOO_DEEP: {
    status: 400,
    en: 'The variables are nested deeper than this role may send.',
    zh: '变量嵌套层数超出此角色的限额。',
    details: { limit: 'count' },
  },
  LIST_TOO_LONG: {
    status: 400,
    en: 'A list of the variables or arguments is longer than this role may send.',
    zh: '变量或参数中的列表长度超出此角色的限额。',
    details: { limit: 'count' },
  },
  TEXT_TOO_LONG: {
    status: 400,
    en: 'A text of the variables or arguments is longer than this role may send.',
    zh: '变量或参数中的文本长度超出此角色的限额。',
    details: { limit: 'count' },
  },
  TOO_COSTLY: {
    status: 400,
    en: 'The answer could hold more than this role may ask for at once: ask for fewer fields, households or rows.',
    zh: '该查询可能返回的数据量超出此角色一次查询的限额,请减少字段、家庭或记录数。',
    details: { limit: 'count', cost: 'count' },
  },
  BAD_REQUEST: {
    status: 400,
    en: 'The request is not a GraphQL request over HTTP.',
    zh: '该请求不是合法的 GraphQL HTTP 请求。',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    en: 'The document is not valid GraphQL.',
    zh: '查询文档不是合法的 GraphQL。',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    en: 'The document does not fit the schema.',
    zh: '查询文档与模式不符。',
  },
  BAD_USER_INPUT: {
    status: 400,
    en: 'A variable or argument does not have the form that the schema asks for.',
    zh: '变量或参数的形式与模式不符。',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    en: 'The document holds several operations, or none of the given name.',
    zh: '文档包含多个操作,或没有指定名称的操作。',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 400,
    en: 'No published document has this id: see schema/operations.',
    zh: '已公布清单(schema/operations)中没有此编号的查询文档。',
  },
  TOO_MANY_HOUSEHOLDS: {
    status: 400,
    en: 'households takes at most 200 ids.',
    zh: 'households 一次最多接受 200 个编号。',
  },
  ENTITIES_REFUSED: {
    status: 400,
    en: 'The call names entities that this department does not take in this form, too many of them, or households that it is not about. Nothing was asked.',
    zh: '该调用所引用的实体不被此部门以此形式接受、数量过多,或涉及调用范围以外的家庭,未作任何查询。',
  },
  INVALID_PAGE_SIZE: {
    status: 400,
    en: 'first is a number from 1 to 100.',
    zh: 'first 须为 1 至 100 的整数。',
  },
  INVALID_CURSOR: {
    status: 400,
    en: 'after takes an endCursor of the same search.',
    zh: 'after 须为同一检索返回的 endCursor。',
  },
  NO_POLICY_IN_FORCE: {
    status: 400,
    en: 'No edition of the program or no standard is in force on that day: it cannot be assessed.',
    zh: '该救助类别在该日没有生效的政策版本或救助标准,无法认定。',
    details: { program: 'word', on: 'day' },
  },
  REGISTRY_UNAVAILABLE: {
    status: 503,
    en: 'A registry that the answer needs could not be asked or was never filled.',
    zh: '作答所需的登记库无法查询或尚未导入数据。',
  },
  DEPARTMENT_UNAVAILABLE: {
    status: 503,
    en: 'The department did not give a complete answer in time. Its registries count as UNAVAILABLE.',
    zh: '该部门未能按时给出完整答复,其登记库按“无法查询”处理。',
  },
  CALLER_GONE: {
    status: 499,
    en: 'The connection was closed before the answer was there. What had not been asked by then was not asked.',
    zh: '答复完成前连接已被关闭,尚未进行的查询不再进行。',
  },
  OVERLOADED: {
    status: 503,
    en: 'More requests wait than can be answered in time. Nothing was asked; Retry-After says when to try again.',
    zh: '等待处理的请求过多,无法按时答复,未作任何查询,可按 Retry-After 所示时间后再试。',
  },
  ...stepErrors,
  INTERNAL_SERVER_ERROR: {
    status: 500,
    en: 'Something failed inside. The correlation id finds it in the log.',
    zh: '系统内部错误,可凭关联编号在日志中查找。',
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

/** Whether a text is a code of the catalogue. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCatalogue, code);
}
