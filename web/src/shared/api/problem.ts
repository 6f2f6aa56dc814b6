import type { CombinedError } from 'urql';
import type { ErrorCode } from '../../gql/enums';
import type { Language } from '../i18n/texts';

/** What went wrong, in words that say what to do; detail is what the server said. */
export type Problem = { code: ErrorCode | 'NETWORK'; words: string; detail: string; requestId?: string };

const offline = [
  '无法连接服务器。请检查网络，或确认服务是否仍在运行，然后重试。',
  'The server cannot be reached. Check the network and whether the server runs, then try again.',
] as const;

// The codes that people meet; others are shown with what the server says.
const words: Partial<Record<ErrorCode, readonly [zh: string, en: string]>> = {
  BAD_INPUT: ['条件有误，请修改后重试。', 'Something in the question makes no sense: change it and try again.'],
  UNKNOWN_ID: ['没有这个编号的条目。请改用搜索。', 'Nothing has this id. Use the search instead.'],
  STALE_CURSOR: ['数据刚刚更新，列表需要从头载入。', 'The data have just changed: the list begins again.'],
  INVALID_CURSOR: ['翻页位置已失效，列表需要从头载入。', 'The place in the list no longer holds: begin again.'],
  LIMIT_EXCEEDED: [
    '要求的数量超出服务上限，请缩小范围。',
    'More was asked for than the server allows: narrow it down.',
  ],
  TIMEOUT: ['服务器没能及时给出结果。请缩小范围后再试。', 'The server ran out of time. Narrow it down and try again.'],
  BUSY: ['数据正在载入，请稍后再试。', 'Data are being loaded: try again in a moment.'],
  UNAVAILABLE: ['数据库暂时没有响应，请稍后再试。', 'The database does not answer: try again later.'],
  UNAUTHENTICATED: ['服务器要求访问密钥。', 'The server asks for an API key.'],
  FORBIDDEN: ['当前身份没有查看权限，请联系管理员。', 'These credentials may not see this: ask the operator.'],
  RATE_LIMITED: ['请求过于频繁，请稍候再试。', 'Too many requests: wait a moment and try again.'],
  OVERLOADED: ['服务器繁忙，请稍候再试。', 'The server is busy: wait a moment and try again.'],
  COMPLEXITY_LIMIT: ['一次要求的内容过多，请缩小范围。', 'Too much at once: narrow it down.'],
  RESPONSE_LIMIT: ['结果过大，请缩小范围。', 'The answer is too large: narrow it down.'],
  UNKNOWN_DOCUMENT: [
    '页面与服务器版本不一致，请刷新页面。',
    'The page and the server are of different versions: reload the page.',
  ],
  DOCUMENTS_ONLY: [
    '页面与服务器版本不一致，请刷新页面。',
    'The page and the server are of different versions: reload the page.',
  ],
};

const other = [
  '服务器出错了，请重试；若仍失败，请把编号告诉管理员。',
  'The server failed: try again; if it goes on, tell the operator the request id.',
] as const;

export function problemOf(error: unknown, language: Language): Problem {
  const side = language === 'zh' ? 0 : 1;
  const first = (error as Partial<CombinedError>).graphQLErrors?.[0];
  if (!first)
    return { code: 'NETWORK', words: offline[side], detail: error instanceof Error ? error.message : String(error) };
  const code = (typeof first.extensions.code === 'string' ? first.extensions.code : 'INTERNAL') as ErrorCode;
  const requestId = first.extensions.requestId;
  return {
    code,
    words: (words[code] ?? other)[side],
    detail: first.message,
    ...(typeof requestId === 'string' ? { requestId } : {}),
  };
}

/** Does the server want credentials for this? */
export const wantsKey = (error: CombinedError | undefined) =>
  error?.graphQLErrors.some((e) => e.extensions.code === 'UNAUTHENTICATED') ?? false;
