import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import type { Kind } from '../../gql/enums';
import { SuggestDocument } from '../../gql/graphql';
import { useAsk } from '../api/ask';
import { problemOf } from '../api/problem';
import { useLanguage, useTexts } from '../i18n/language';
import { texts } from '../i18n/texts';
import { entityPath, searchPath } from '../paths';
import { offersOf, Offered, type Offer } from './Offered';
import { recentOnes } from './recent';
import { useTyped } from './useTyped';

const text = texts(
  {
    label: '搜索单位、平台、项目、领域…',
    hint: '名称、简称、拼音、首字母或英文，如 浙大、zjdx（按 / 聚焦）',
    recent: '最近打开',
    none: '没有相符的名称。按回车查看全部搜索结果。',
    results: (n: number) => `${n} 条提示`,
  },
  {
    label: 'Search organizations, platforms, projects, fields…',
    hint: 'Name, short name, pinyin, initials or English, e.g. 浙大, zjdx (press /)',
    recent: 'Opened lately',
    none: 'No name fits. Press Enter for all results.',
    results: (n: number) => `${n} suggestions`,
  },
);

const offered = 10;

type Settings = {
  /** What to do with the chosen one; else its page opens. */
  onPick?: (offer: Offer) => void;
  label?: string;
  /** Only these are offered. */
  kinds?: Kind[] | null;
};

/** The one search box: offers while somebody types; onPick, else the entity's page. */
export function SearchBox({ onPick, label, kinds = null }: Settings) {
  const t = useTexts(text);
  const { language } = useLanguage();
  const [, navigate] = useLocation();
  const [typed, setTyped] = useTyped(!onPick);
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
    },
  });
  useHotkeys(onPick ? [] : [['/', () => input.current?.focus()]]);

  const [settled] = useDebouncedValue(typed.trim(), 120);
  const { state } = useAsk(SuggestDocument, { prefix: settled, first: offered, kinds }, settled === '');
  const recent = recentOnes().filter((r) => !kinds || kinds.includes(r.kind));
  const offers = settled === '' ? recent : offersOf(state.data);

  const pick = (id: string) => {
    const offer = offers.find((o) => o.id === id);
    combobox.closeDropdown();
    if (!offer) return;
    setTyped('');
    if (onPick) onPick(offer);
    else navigate(entityPath(id));
  };
  const onEnter = () => {
    if (combobox.getSelectedOptionIndex() >= 0 || onPick || typed.trim() === '') return;
    combobox.closeDropdown();
    navigate(searchPath(typed.trim()));
  };

  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal={false}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={input}
          role="combobox"
          aria-autocomplete="list"
          aria-label={label ?? t.label}
          title={t.hint}
          placeholder={label ?? t.label}
          value={typed}
          rightSection={state.fetching ? <Loader size="xs" aria-hidden /> : undefined}
          onChange={(e) => {
            setTyped(e.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onMouseDown={(e) => {
            // Else the mouse would set the cursor after the focus has selected all.
            if (document.activeElement === e.currentTarget) return;
            e.preventDefault();
            e.currentTarget.focus();
          }}
          onFocus={(e) => {
            e.currentTarget.select();
            combobox.openDropdown();
          }}
          onClick={() => {
            combobox.openDropdown();
          }}
          onBlur={() => {
            combobox.closeDropdown();
          }}
          onKeyDown={(e) => {
            if (e.key === 'Enter' && !e.nativeEvent.isComposing) onEnter();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={offers.length === 0 && settled === ''}>
        <Combobox.Options mah="60vh" style={{ overflowY: 'auto' }} aria-label={label ?? t.label}>
          {settled === '' && offers.length > 0 && <Combobox.Header>{t.recent}</Combobox.Header>}
          {offers.map((o) => (
            <Combobox.Option key={o.id} value={o.id}>
              <Offered offer={o} />
            </Combobox.Option>
          ))}
          {settled !== '' && state.data && offers.length === 0 && <Combobox.Empty>{t.none}</Combobox.Empty>}
          {state.error && <Combobox.Empty>{problemOf(state.error, language).words}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
