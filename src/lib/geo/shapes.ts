import { geoPath, geoTransform } from 'd3';
import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Shapes } from './geometry';

/** Boundaries as they are kept and published: one object, each geometry with its TERYT code as id. */
export type Boundaries = Topology<{ areas: GeometryCollection }>;

/** A degree of longitude at 52° north, in degrees of latitude: enough for a country of six degrees. */
const EAST = Math.cos((52 * Math.PI) / 180);

/**
 * Boundaries as paths in a box of at most the size given. Degrees are stretched, not projected on a sphere, so it does not
 * matter which way round a ring goes: the files of Polish offices have both.
 */
export function shapesOf(
  boundaries: Boundaries,
  size: { width: number; height: number },
  isShown: (teryt: string) => boolean = () => true,
): Shapes {
  const all: FeatureCollection = feature(boundaries, boundaries.objects.areas);
  const shown: FeatureCollection = {
    type: 'FeatureCollection',
    features: all.features.filter(({ id }) => isShown(String(id))),
  };
  const at = (scale: number, left: number, top: number) =>
    geoPath(
      geoTransform({
        point(x, y) {
          this.stream.point(x * EAST * scale - left, -y * scale - top);
        },
      }),
    ).digits(1);
  const [[left, top], [right, bottom]] = at(1, 0, 0).bounds(shown);
  const scale = Math.min(size.width / (right - left), size.height / (bottom - top));
  const path = at(scale, left * scale - (size.width - (right - left) * scale) / 2, top * scale);
  return {
    kind: 'shapes',
    width: size.width,
    height: (bottom - top) * scale,
    shapes: shown.features.flatMap((one) => {
      const d = path(one);
      return d === null ? [] : [{ teryt: String(one.id), d }];
    }),
  };
}
