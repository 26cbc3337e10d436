/** The forms that a detail of an error may have: a word of an enum, or a day. No person can be told by them. */
export type DetailForm = 'word' | 'day';

/** One kind of error as clients see it. Neither text ever holds a value that somebody sent or stored. */
export interface CatalogueEntry {
  /** HTTP status where the whole request is refused for this reason. */
  readonly status: number;
  readonly en: string;
  readonly zh: string;
  /** What may stand beside the code in `extensions`, by name. */
  readonly details?: Readonly<Record<string, DetailForm>>;
}

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
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 400,
    en: 'Persisted queries are not taken here: send the document.',
    zh: '此处不支持持久化查询,请直接发送查询文档。',
  },
  TOO_MANY_HOUSEHOLDS: {
    status: 400,
    en: 'households takes at most 200 ids.',
    zh: 'households 一次最多接受 200 个编号。',
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
