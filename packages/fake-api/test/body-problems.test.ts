import { describe, expect, it } from 'vitest';
import { findBodyProblems } from '../src/gate/index.ts';

const user = (content: unknown): object => ({ role: 'user', content });
const assistant = (...content: object[]): object => ({ role: 'assistant', content });
const result = (id: string): object => ({ type: 'tool_result', tool_use_id: id });
const call = (id: string, name = 'f'): object => ({ type: 'tool_use', id, name });
const tools = [{ name: 'f' }];

describe('findBodyProblems', () => {
  it('finds no problem in an agentic conversation', () => {
    expect(
      findBodyProblems({
        tools: [...tools, { type: 'web_search_20250305', name: 'web_search' }],
        tool_choice: { type: 'tool', name: 'f' },
        messages: [
          user('hi'),
          assistant(
            { type: 'server_tool_use', id: 's1', name: 'web_search' },
            { type: 'web_search_tool_result', tool_use_id: 's1' },
            call('t1'),
          ),
          user([result('t1')]),
          assistant(call('t2')),
        ],
      }),
    ).toEqual([]);
  });

  it.each([
    ['no message', {}, '/messages: at least one message is required'],
    ['a list', [], '/: the body must be an object'],
    [
      'an answer at the start',
      { messages: [assistant({ type: 'text' })] },
      '/messages/0: the first message must be of the user',
    ],
    ['an empty message', { messages: [user('hi'), user([])] }, '/messages/1: the content is empty'],
    [
      'a call without a result',
      { tools, messages: [user('hi'), assistant(call('t1')), user('and?')] },
      '/messages/1/content/0: the tool_use has no result',
    ],
    [
      'a result that comes too late',
      { tools, messages: [user('hi'), assistant(call('t1')), user('and?'), user([result('t1')])] },
      '/messages/1/content/0: the tool_use has no result',
    ],
    [
      'a call of the server without a result',
      {
        messages: [
          user('hi'),
          assistant({ type: 'server_tool_use', id: 's1', name: 'web_search' }),
          user('and?'),
        ],
      },
      '/messages/1/content/0: the server_tool_use has no result',
    ],
    [
      'a result without a call',
      { messages: [user([{ type: 'mcp_tool_result', tool_use_id: 'm1' }])] },
      '/messages/0/content/0: the mcp_tool_result answers no call',
    ],
    [
      'a call of a tool that is gone',
      {
        tools: [{ name: 'g' }],
        messages: [user('hi'), assistant(call('t1')), user([result('t1')])],
      },
      '/messages/1/content/0: there is no tool f',
    ],
    [
      'a choice without tools',
      { messages: [user('hi')], tool_choice: { type: 'any' } },
      '/tool_choice: there are no tools',
    ],
    [
      'a choice of a tool that is gone',
      { tools, messages: [user('hi')], tool_choice: { type: 'tool', name: 'g' } },
      '/tool_choice: there is no tool g',
    ],
    [
      'a toolset without its server',
      { messages: [user('hi')], tools: [{ type: 'mcp_toolset', mcp_server_name: 'a' }] },
      '/tools/0: there is no server a',
    ],
    [
      'an empty container',
      { messages: [user('hi')], context_management: { edits: [] } },
      '/context_management/edits: it is empty',
    ],
    [
      'a fault in an item of a batch',
      { requests: [{ params: { messages: [user('hi')], tools: [] } }] },
      '/requests/0/params/tools: it is empty',
    ],
  ])('finds %s', (_, body, problem) => {
    expect(findBodyProblems(body)).toEqual([problem]);
  });

  it('does not guess the names of the tools in a toolset', () => {
    const body = {
      tools: [{ type: 'computer_toolset_20260801' }],
      messages: [user('hi'), assistant(call('t1', 'click')), user([result('t1')])],
    };
    expect(findBodyProblems(body)).toEqual([]);
  });
});
