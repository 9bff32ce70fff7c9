import { Screen } from './screen';

/** Where a person comes in, and where they change the password that somebody else chose. */
export class SignInPage extends Screen {
  readonly submit = this.button(this.say('登录', 'Sign in'));

  async open(next = '/'): Promise<void> {
    await this.page.goto(next);
    await this.submit.waitFor();
  }

  async signIn(name: string, password: string): Promise<void> {
    await this.field(this.say('用户名', 'Name')).fill(name);
    await this.field(this.say('密码', 'Password')).fill(password);
    await this.submit.click();
  }

  /** The first sign-in with a password that an admin handed over. */
  async changePassword(current: string, next: string): Promise<void> {
    await this.field(this.say('当前密码', 'Current password')).fill(current);
    await this.field(this.say('新密码', 'New password')).fill(next);
    await this.field(this.say('再输一次新密码', 'New password again')).fill(next);
    await this.button(this.say('修改密码', 'Change password')).click();
  }
}
