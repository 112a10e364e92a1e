/** What a dashboard's JSON holds, as far as pictures of it need. */
import type { DataTransformerConfig, FieldConfigSource } from '@grafana/data';

export interface Dashboard {
  uid: string;
  title: string;
  time: { from: string; to: string };
  refresh: string;
  links: Array<{ title: string }>;
  templating: { list: Variable[] };
  annotations: { list: Annotation[] };
  panels: Panel[];
}

export interface Variable {
  name: string;
  label?: string;
  type: 'datasource' | 'query' | 'custom';
  query: string;
  regex?: string;
  multi?: boolean;
  includeAll?: boolean;
  allValue?: string;
  current?: { value?: string | string[] };
}

export interface Annotation {
  name: string;
  expr: string;
  iconColor: string;
  enable: boolean;
}

export interface Target {
  refId: string;
  expr: string;
  format: 'time_series' | 'table';
  instant: boolean;
  legendFormat: string;
}

export interface Panel {
  id: number;
  type: string;
  title: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  options: any;
  fieldConfig: FieldConfigSource;
  targets: Target[];
  transformations: DataTransformerConfig[];
  collapsed?: boolean;
  panels?: Panel[];
  timeFrom?: string;
  maxDataPoints?: number;
}
