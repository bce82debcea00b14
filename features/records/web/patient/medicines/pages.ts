export { MedicinesPage } from './MedicinesPage.tsx';
export { FirstMedicine, ChosenMedicine } from './ChosenMedicine.tsx';
