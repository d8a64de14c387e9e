/** A tile's look: dark ground, the name at the foot, a green outline for a voice (and the word beside it). */
import { css } from 'lit';

export const tileStyles = css`
  :host {
    position: relative;
    min-width: 0;
    min-height: 0;
    container-type: inline-size;
  }
  /* Always there for keys and fingers; for a pointer when it comes near. */
  @media (hover: hover) {
    plenary-tile-menu {
      opacity: 0;
    }
    :host(:hover) plenary-tile-menu,
    plenary-tile-menu:focus-within {
      opacity: 1;
    }
  }
  figure {
    position: relative;
    margin: 0;
    width: 100%;
    height: 100%;
    display: grid;
    place-items: center;
    overflow: hidden;
    border-radius: 8px;
    background: #35332d;
    color: #f3efe6;
    outline: 1px solid #4a473f;
    outline-offset: -1px;
  }
  figure.speaking {
    outline: 3px solid #86c9a6;
    outline-offset: -3px;
  }
  video {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .screen {
    background: #0f0e0c;
  }
  .screen video {
    object-fit: contain;
  }
  .mirrored {
    transform: scaleX(-1);
  }
  .initials {
    font: 500 clamp(1.25rem, 18cqi, 5rem) / 1 var(--serif);
    color: #d8d1c0;
    padding-bottom: 1.25rem;
  }
  figcaption {
    position: absolute;
    inset: auto 0 0 0;
    padding: 4px 8px;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 10px;
    background: rgb(20 18 14 / 0.72);
    font-size: var(--size-2);
  }
  .small figcaption {
    font-size: var(--size-1);
    padding: 3px 6px;
  }
  .name {
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    max-width: 100%;
  }
  .line {
    font-size: var(--size-1);
    color: #d8d1c0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    max-width: 100%;
  }
  .soft-words {
    font-weight: 400;
  }
  .marks {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 8px;
    font-size: var(--size-1);
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    white-space: nowrap;
  }
  .floor {
    color: #a9dcc0;
    font-weight: 600;
  }
  .hand {
    color: #f0c878;
  }
  @media (max-width: 640px) {
    .line {
      display: none;
    }
  }
  @container (max-width: 230px) {
    .line {
      display: none;
    }
  }
  @container (max-width: 170px) {
    .word {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
  }
`;
