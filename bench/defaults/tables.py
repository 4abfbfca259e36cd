"""The tables: ten to choose by and five that are kept for the end, of R's packages in Debian, of scikit-learn, and made ones."""

import os
import subprocess

import numpy
import pandas
from sklearn import datasets
from sklearn.model_selection import train_test_split

# Package, name, target, columns to leave out: those that tell the target, or are its copies.
OF_R = {
    "boston": ("mlbench", "BostonHousing2", "cmedv", "medv,town,tract"),
    "pima": ("mlbench", "PimaIndiansDiabetes2", "diabetes"),
    "vowel": ("mlbench", "Vowel", "Class"),
    "letter": ("mlbench", "LetterRecognition", "lettr"),
    "diamonds": ("ggplot2", "diamonds", "price"),
    "german": ("caret", "GermanCredit", "Class"),
    "concrete": ("modeldata", "concrete", "compressive_strength"),
    "credit": ("modeldata", "credit_data", "Status"),
    "lending": ("modeldata", "lending_club", "Class"),
    "titanic": ("carData", "TitanicSurvival", "survived"),
    "wages": ("carData", "SLID", "wages"),
    "houses": ("AER", "HousePrices", "price"),
}
TO_CHOOSE_BY = ["boston", "concrete", "friedman", "mixed", "diamonds", "pima", "german", "vowel", "clusters", "credit"]
KEPT = ["wages", "houses", "titanic", "lending", "letter"]
TEST_SHARE = 0.2


def friedman():
    features, target = datasets.make_friedman1(1500, 10, noise=1.0, random_state=1)
    return numbered(features).assign(target=target)


def mixed():
    """A thousand rows of twenty columns: waves, a product, a category, noise."""
    draws = numpy.random.RandomState(3)
    features = draws.normal(size=(1000, 16))
    categories = {f"k{i}": draws.choice(list("abcde"), 1000) for i in range(4)}
    target = (2 * features[:, 0] + 2 * numpy.sin(3 * features[:, 1]) + features[:, 2] * features[:, 3]
              + numpy.where(categories["k0"] == "a", 2, 0) + draws.normal(size=1000))
    return numbered(features).assign(**categories).assign(target=target)


def clusters():
    features, target = datasets.make_classification(
        2000, 20, n_informative=8, n_classes=3, n_clusters_per_class=3, flip_y=0.05, random_state=2)
    return numbered(features).assign(target=[f"c-{label}" for label in target])


MADE = {"friedman": friedman, "mixed": mixed, "clusters": clusters}


def numbered(features):
    return pandas.DataFrame(features, columns=[f"x{i}" for i in range(features.shape[1])])


def split(name, seed, folder):
    """The rows to learn from and those to test on, the same for everyone, and whether the target is a class."""
    file = os.path.join(folder, f"{name}.csv")
    if not os.path.exists(file):
        if name in MADE:
            MADE[name]().to_csv(file, index=False)
        else:
            package, table, target, *rest = OF_R[name]
            script = os.path.join(os.path.dirname(__file__), "tables.R")
            subprocess.run(["Rscript", script, package, table, target, file, *rest], check=True, stdout=subprocess.DEVNULL)
    rows = pandas.read_csv(file, keep_default_na=False, na_values=[""])
    are_classes = rows.target.dtype == object
    training, test = train_test_split(
        rows, test_size=TEST_SHARE, random_state=seed, stratify=rows.target if are_classes else None)
    return training, test, are_classes
