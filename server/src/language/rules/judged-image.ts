/** The image of a command where its name can be judged, cut into its pieces. */
import { imageKey } from '../command/built-images.ts';
import type { DockerCommand } from '../command/docker-command.ts';
import { namedImage } from '../command/named-image.ts';
import { memoized } from '../command/memoized.ts';
import { isImageId, type ImageName } from '../docker/image-reference.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { booleanWord } from './boolean-word.ts';
import { createsWholly } from './containers.ts';
import type { RuleContext } from './rule.ts';
import { valueInImagePlace } from './value-in-image-place.ts';

export interface JudgedImage extends ImageName {
  readonly word: ShellWord;
}

/** Names that stand for any image in texts, or for one that the reader makes: `IMAGE`, `my-app`, `your/image`, `app`. */
const anyImage = /^(?:(?:my|your|some|example|test)[-_/].*|(?:.*[-_])?(?:image|img)(?:[-_](?:name|id|tag))?|app(?:lication)?(?:-that-.*)?|foo|bar|x+|test|\d+)$/i;

/** Tags that stand for any, as in `mysql:tag` and `redis:x.y`, or for an image that never left this host. */
const anyTag = /^(?:tag|version|x\.y(?:\.z)?|local)$/i;

/** A short id of an image on this host, as `docker images` prints it. */
const shortId = /^[\da-f]{12}$/;

/** The image where it is literal and comes from a registry: neither an id, nor a name for any image. */
const registryImage = memoized((command): JudgedImage | undefined => {
  const image = namedImage(command);
  if (image === undefined || image.problems.length > 0 || isImageId(image.word.value) || shortId.test(image.word.value)) {
    return undefined;
  }
  const { word, name } = image;
  const isLocal = name.registry === 'localhost' && command.engine === 'podman';
  const standsForAny = anyImage.test(name.path) || (name.tag !== undefined && anyTag.test(name.tag));
  return isLocal || standsForAny ? undefined : { ...name, word };
});

/** Whether a value of a flag stands in its place. */
function isValue(command: DockerCommand, context: RuleContext): boolean {
  return booleanWord(command)?.word === command.image || valueInImagePlace(command, context) !== undefined;
}

/** The same, where the document itself does not build it and the whole command can be seen. */
export function judgedImage(command: DockerCommand, context: RuleContext): JudgedImage | undefined {
  const image = registryImage(command);
  const isJudged = image !== undefined && createsWholly(command, context) && !(context.builtImages.size > 0 && context.builtImages.has(imageKey(image.word.value)));
  return isJudged && !isValue(command, context) ? image : undefined;
}
