import { Module } from '@nestjs/common';
import { AmendmentController } from './amendment.controller.js';
import { AmendmentService } from './amendment.service.js';
import { CascadeController } from './cascade.controller.js';
import { CascadeService } from './cascade.service.js';

@Module({
  controllers: [CascadeController, AmendmentController],
  providers: [CascadeService, AmendmentService],
  exports: [CascadeService, AmendmentService],
})
export class CascadeModule {}
