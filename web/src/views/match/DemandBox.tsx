import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { SearchBox } from '../../shared/search/SearchBox';
import type { MatchState } from './state';
import type { Change } from './useMatch';

const text = texts(
  {
    title: '需求',
    pick: '选一个项目、集群、领域或单位',
    write: '或用自己的话描述需求',
    placeholder: '例如：氢燃料电池液压挖掘机',
    go: '匹配',
    clear: '清空描述',
    both: '已选的项目与描述会合并计算',
  },
  {
    title: 'Demand',
    pick: 'Project, cluster, field, organization',
    write: 'Or say the need in your own words',
    placeholder: 'e.g. 氢燃料电池液压挖掘机 (Chinese words are read best)',
    go: 'Match',
    clear: 'Clear the words',
    both: 'What was picked and the words add up',
  },
);

/** Where the demand is chosen or written; longest is of the server. */
export function DemandBox({
  state,
  change,
  longest,
}: {
  state: MatchState;
  change: Change;
  longest: number | undefined;
}) {
  const t = useTexts(text);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="match-demand">
      <Stack gap="sm">
        <Title order={2} size="h5" id="match-demand">
          {t.title}
        </Title>
        <SearchBox
          label={t.pick}
          onPick={({ id }) => {
            change({ demand: id, picked: [], open: [] });
          }}
        />
        {/* Another address brings another text. */}
        <OwnWords key={state.text} state={state} change={change} longest={longest} />
        {state.demand && state.text && (
          <Text size="xs" c="dimmed">
            {t.both}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function OwnWords({ state, change, longest }: Parameters<typeof DemandBox>[0]) {
  const t = useTexts(text);
  const [typed, setTyped] = useState(state.text);
  const go = () => {
    change({ text: typed.trim(), picked: [], open: [] });
  };
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        go();
      }}
    >
      <Textarea
        label={t.write}
        placeholder={t.placeholder}
        value={typed}
        autosize
        minRows={2}
        maxRows={6}
        {...(longest === undefined ? {} : { maxLength: longest })}
        onChange={(e) => {
          setTyped(e.currentTarget.value);
        }}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && !e.shiftKey && !e.nativeEvent.isComposing) {
            e.preventDefault();
            go();
          }
        }}
      />
      <Group justify="flex-end" mt="xs" gap="xs">
        {state.text && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              change({ text: '', picked: [], open: [] });
            }}
          >
            {t.clear}
          </Button>
        )}
        <Button size="xs" type="submit" disabled={typed.trim() === state.text}>
          {t.go}
        </Button>
      </Group>
    </form>
  );
}
