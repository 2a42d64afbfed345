import { Module } from '@nestjs/common';
import { FlowModule } from '../flow/flow.module.js';
import { PacketActsController } from './packet-acts.controller.js';
import { PacketDrafts } from './packet-drafts.js';
import { PacketFiles } from './packet-files.js';
import { PacketForms } from './packet-forms.js';
import { PacketsController } from './packets.controller.js';
import { PacketsService } from './packets.service.js';
import { RoundBoards } from './round-boards.js';
import { RoundPages } from './round-pages.js';
import { RoundsController } from './rounds.controller.js';
import { RoundsService } from './rounds.service.js';

/** 调度: rounds, the packets that units send in, and the matrix of who has. */
@Module({
  imports: [FlowModule],
  controllers: [RoundsController, PacketsController, PacketActsController],
  providers: [RoundsService, RoundBoards, RoundPages, PacketsService, PacketForms, PacketDrafts, PacketFiles],
  exports: [RoundsService, RoundBoards, PacketsService, PacketForms, PacketDrafts, PacketFiles],
})
export class RoundsModule {}
