import { type CustomDecorator, SetMetadata } from '@nestjs/common';

/** Metadata key under which a handler says that it needs no sign-in. */
export const PUBLIC_ROUTE = 'qiantou:public';

/** Marks a handler or controller that answers without a sign-in: the sign-in page, health, nothing else. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC_ROUTE, true);
