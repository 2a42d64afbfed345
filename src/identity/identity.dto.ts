import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

/** Signing in; `next` is the page to go to afterwards. */
export class SignInDto {
  @IsString({ message: '请输入账号。' })
  @MinLength(1, { message: '请输入账号。' })
  @MaxLength(60, { message: '账号太长。' })
  account: string;
  @IsString({ message: '请输入密码。' })
  @MinLength(1, { message: '请输入密码。' })
  @MaxLength(200, { message: '密码太长。' })
  password: string;
  @IsOptional() @IsString() @MaxLength(500) next?: string;
}

/** A person's own change of password; the new one is typed twice. */
export class PasswordDto {
  @IsString({ message: '请输入原密码。' }) @MaxLength(200) old: string;
  @IsString({ message: '请输入新密码。' }) @MaxLength(200) password: string;
  @IsString({ message: '请再次输入新密码。' }) @MaxLength(200) again: string;
}
