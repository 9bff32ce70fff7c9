import common from './messages/zh-CN/common.json';
import data from './messages/zh-CN/data.json';
import definitions from './messages/zh-CN/definitions.json';
import editor from './messages/zh-CN/editor.json';
import exports from './messages/zh-CN/exports.json';
import frame from './messages/zh-CN/frame.json';
import help from './messages/zh-CN/help.json';
import home from './messages/zh-CN/home.json';
import imports from './messages/zh-CN/imports.json';
import jobs from './messages/zh-CN/jobs.json';
import layers from './messages/zh-CN/layers.json';
import lists from './messages/zh-CN/lists.json';
import members from './messages/zh-CN/members.json';
import metrics from './messages/zh-CN/metrics.json';
import points from './messages/zh-CN/points.json';
import settings from './messages/zh-CN/settings.json';
import signIn from './messages/zh-CN/sign-in.json';
import ui from './messages/zh-CN/ui.json';

/** Every text of the pages, one namespace a file. The English file has the same shape. */
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
};

export type Messages = typeof messages;
