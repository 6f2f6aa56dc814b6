import { Button, Group, Modal, PasswordInput, Text } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../i18n/texts';
import { useTexts } from '../i18n/language';
import { apiKey, keepKey } from './key';

const text = texts(
  {
    title: '请输入访问密钥',
    why: '这台服务器只回答持有密钥的人。密钥由管理员发放，只保存在本标签页中，关闭即清除。',
    wrong: '服务器没有接受刚才的密钥。请核对后再试。',
    key: '访问密钥',
    go: '继续',
  },
  {
    title: 'API key',
    why: 'This server answers holders of a key. The operator gives it out; it is kept in this tab only, until you close it.',
    wrong: 'The server did not take that key. Check it and try again.',
    key: 'API key',
    go: 'Go on',
  },
);

/** Asks for the key when the server wanted one; onKey asks the server anew. */
export function KeyDialog({ opened, onKey }: { opened: boolean; onKey: () => void }) {
  const t = useTexts(text);
  const [key, setKey] = useState('');
  return (
    <Modal.Root opened={opened} onClose={() => undefined} closeOnEscape={false} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          {/* No Modal.Header: it would be a second banner of the page. */}
          <Modal.Title py="md">{t.title}</Modal.Title>
          <form
            onSubmit={(e) => {
              e.preventDefault();
              keepKey(key.trim());
              onKey();
            }}
          >
            <Text size="sm" mb="md">
              {apiKey() ? t.wrong : t.why}
            </Text>
            <PasswordInput
              label={t.key}
              value={key}
              autoComplete="off"
              data-autofocus
              onChange={(e) => {
                setKey(e.currentTarget.value);
              }}
            />
            <Group justify="flex-end" mt="md">
              <Button type="submit" disabled={!key.trim()}>
                {t.go}
              </Button>
            </Group>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
