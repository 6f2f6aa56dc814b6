import { FileGenerationDocument } from '../../gql/graphql';
import { useAskOnce } from '../api/ask';
import { useLanguage, useTexts } from '../i18n/language';
import { texts } from '../i18n/texts';
import type { Book } from './book';

const text = texts(
  {
    made: '导出时间',
    data: '数据版本',
    version: (n: number, loaded: string) => `${n}（${loaded} 载入）`,
    address: '本页链接',
    note: '说明',
    sources: '来源',
    others: (n: number) => `等 ${n} 份文件`,
  },
  {
    made: 'Exported',
    data: 'Version of the data',
    version: (n: number, loaded: string) => `${n} (loaded ${loaded})`,
    address: 'Link to this page',
    note: 'Note',
    sources: 'Sources',
    others: (n: number) => `and others, ${n} documents in all`,
  },
);

type Generation = { number: number; loadedAt: string | null };

/** Tells when and of which data a file was made, and which link restores the page. */
export function useAboutOf() {
  const t = useTexts(text);
  const locale = useLanguage().language === 'zh' ? 'zh-CN' : 'en';
  return ({ number, loadedAt }: Generation, note = ''): Book['about'] => [
    [t.made, new Date().toLocaleString(locale)],
    [t.data, t.version(number, loadedAt?.slice(0, 10) ?? '–')],
    [t.address, location.href],
    ...(note ? [[t.note, note] as const] : []),
  ];
}

/** The same, where the state of the graph is still to be asked for. */
export function useAbout() {
  const ask = useAskOnce();
  const about = useAboutOf();
  return async (note = '') => about((await ask(FileGenerationDocument, {})).generation, note);
}

const citedInFull = 6;

/** The same as lines below a picture, with the documents that it rests on. */
export function useAboutLines() {
  const t = useTexts(text);
  const about = useAbout();
  return async (documents: string[], note = ''): Promise<string[]> => {
    const all = [...new Set(documents)];
    const more = all.length > citedInFull ? ` ${t.others(all.length)}` : '';
    const sources = all.slice(0, citedInFull).join('；') + more;
    return [...(await about(note)), [t.sources, sources || '–'] as const].map(([label, value]) => `${label}：${value}`);
  };
}
