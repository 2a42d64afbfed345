import { Module } from '@nestjs/common';
import { AmendmentController } from './amendment.controller.js';
import { AmendmentService } from './amendment.service.js';
import { CascadeController } from './cascade.controller.js';
import { CascadeService } from './cascade.service.js';

/** 对照 and 修订: plans beside the superior's or their own new version, and carrying one over to the other. */
@Module({
  controllers: [CascadeController, AmendmentController],
  providers: [CascadeService, AmendmentService],
  exports: [CascadeService, AmendmentService],
})
export class CascadeModule {}
