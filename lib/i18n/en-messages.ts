import common from './messages/en/common.json';
import data from './messages/en/data.json';
import definitions from './messages/en/definitions.json';
import editor from './messages/en/editor.json';
import exports from './messages/en/exports.json';
import frame from './messages/en/frame.json';
import help from './messages/en/help.json';
import home from './messages/en/home.json';
import imports from './messages/en/imports.json';
import jobs from './messages/en/jobs.json';
import layers from './messages/en/layers.json';
import lists from './messages/en/lists.json';
import members from './messages/en/members.json';
import metrics from './messages/en/metrics.json';
import points from './messages/en/points.json';
import settings from './messages/en/settings.json';
import signIn from './messages/en/sign-in.json';
import ui from './messages/en/ui.json';
import type { Messages } from './zh-cn-messages';

/** A key that is missing here doesn't compile. */
export const messages = {
  common,
  data,
  definitions,
  editor,
  exports,
  frame,
  help,
  home,
  imports,
  jobs,
  layers,
  lists,
  members,
  metrics,
  points,
  settings,
  signIn,
  ui,
} satisfies Messages;
