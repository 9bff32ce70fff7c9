import iconv from 'iconv-lite';
import { expect, test } from '../journey';
import { ImportWizard } from '../pages/import-wizard';

test.use({ role: 'editor', language: 'zh-CN' });

const bill = [
  '某某平台交易明细',
  '账号:[shop@example.com]',
  '--------------------交易列表--------------------',
  '会员编号\t,姓名 ,下单时间 ,金额 ,',
  '00021\t,王伟 ,2026-01-05 08:03:11 ,11.77 ,',
  '00022\t,李娜 ,2026-01-06 09:00:00 ,5.00 ,',
  '------------------------------------------------',
  '共2笔记录',
].join('\r');

test('账单：一行说明文件读法，换编码和表头马上看得到', async ({ page, language, accessible }) => {
  const wizard = new ImportWizard(page, language);
  await wizard.open();
  await wizard.chooseFile({ name: 'bill.csv', mimeType: 'text/csv', buffer: iconv.encode(bill, 'gbk') });
  await expect(page.getByText('CSV，逗号，GBK，列名在第 4 行，末尾 2 行不导入')).toBeVisible();
  await expect(page.getByText('共2笔记录')).toBeVisible();
  await expect(wizard.column('下单时间')).toBeVisible();
  await accessible('a bill with titles and a footer');

  await wizard.readIn('Windows-1252');
  await expect(page.getByText('CSV，逗号，Windows-1252，列名在第 4 行，末尾 2 行不导入')).toBeVisible();
  await expect(wizard.column('下单时间')).toHaveCount(0);
  await wizard.readIn('GBK');
  await expect(wizard.column('下单时间')).toBeVisible();

  await wizard.skip(2);
  await expect(page.getByText('CSV，逗号，GBK，列名在第 3 行，末尾 2 行不导入')).toBeVisible();
  await expect(wizard.column('下单时间')).toHaveCount(0);
  await wizard.skip(3);
  await expect(wizard.column('下单时间')).toBeVisible();
});
