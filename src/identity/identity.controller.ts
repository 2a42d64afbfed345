import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config } from '../shared/config.js';
import { Refusal } from '../shared/errors.js';
import { cookieOf, leaveFlash, Public } from '../web/index.js';
import { PasswordDto, SignInDto } from './identity.dto.js';
import { IdentityService, type SignedIn } from './identity.service.js';
import { Me } from './me.decorator.js';
import { sessionCookie } from './sessions.middleware.js';

/** Signing in and out, and one's own password. */
@Controller()
export class IdentityController {
  constructor(
    private readonly identity: IdentityService,
    private readonly config: Config,
  ) {}

  @Public()
  @Get('sign-in')
  signInPage(@Query('next') next: string | undefined, @Res() response: Response): void {
    response.render('pages/identity/sign-in', signInView(next ?? '', '', null, this.config.demo));
  }

  @Public()
  @Post('sign-in')
  async signIn(@Body() form: SignInDto, @Req() request: Request, @Res() response: Response): Promise<void> {
    try {
      const token = await this.identity.signIn(form.account, form.password, request.ip ?? '');
      const secure = this.config.secure;
      response.cookie(sessionCookie(secure), token, { httpOnly: true, sameSite: 'strict', secure, path: '/' });
      response.redirect(303, ownAddress(form.next));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response
        .status(401)
        .render('pages/identity/sign-in', signInView(form.next ?? '', form.account, error, this.config.demo));
    }
  }

  @Post('sign-out')
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    const name = sessionCookie(this.config.secure);
    await this.identity.signOut(cookieOf(request, name) ?? '');
    response.clearCookie(name, { path: '/' });
    response.redirect(303, '/sign-in');
  }

  @Get('password')
  passwordPage(@Res() response: Response): void {
    response.render('pages/identity/password', { title: '修改密码', nav: null, errors: [] });
  }

  @Post('password')
  async changePassword(@Body() form: PasswordDto, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    try {
      if (form.password !== form.again)
        throw new Refusal('password_differs', '两次输入的新密码不一致。', { place: '新密码' });
      await this.identity.changePassword(me.actor, me.account.account, form.old, form.password);
      leaveFlash(response, 'success', '密码已修改，请用新密码登录。');
      response.redirect(303, '/sign-in');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const message = error.message + (error.detail.cure ?? '');
      response.status(422).render('pages/identity/password', { title: '修改密码', nav: null, errors: [{ message }] });
    }
  }
}

function signInView(next: string, account: string, refusal: Refusal | null, demo: boolean): object {
  const errors = refusal ? [{ message: refusal.message + (refusal.detail.cure ?? ''), field: 'account' }] : [];
  return { title: '登录', nav: null, errors, next, account, demo };
}

/** Only addresses of our own are gone back to after signing in. */
function ownAddress(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-') ? next : '/inbox';
}
