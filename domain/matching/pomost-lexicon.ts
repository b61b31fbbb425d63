import business from "./lexicon/business.json";
import cooperation from "./lexicon/cooperation.json";
import data from "./lexicon/data.json";
import electronics from "./lexicon/electronics.json";
import everyday from "./lexicon/everyday.json";
import general from "./lexicon/general.json";
import germanParts from "./lexicon/german-parts.json";
import industry from "./lexicon/industry.json";
import infrastructure from "./lexicon/infrastructure.json";
import land from "./lexicon/land.json";
import logistics from "./lexicon/logistics.json";
import media from "./lexicon/media.json";
import people from "./lexicon/people.json";
import sectors from "./lexicon/sectors.json";
import services from "./lexicon/services.json";
import society from "./lexicon/society.json";
import software from "./lexicon/software.json";
import topics from "./lexicon/topics.json";
import { compileLexicon, type Lexicon } from "./lexicon";

const files = [services, general, software, infrastructure, data, electronics, media, people, business, cooperation, logistics, industry, land, society, sectors, everyday, topics];

let compiled: Lexicon | undefined;

/** The lexicon of this installation, made searchable once, when it is first asked for. */
export function pomostLexicon(): Lexicon {
  compiled ??= compileLexicon(files, germanParts.parts.split(" "));
  return compiled;
}
