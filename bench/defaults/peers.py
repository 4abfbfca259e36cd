"""scikit-learn's answers to the same rows: what each of them is made of, and the loss of each test row."""

import time

import numpy
from sklearn.compose import TransformedTargetRegressor, make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler

UNITS = (64, 32)
MOST_CATEGORIES = 255


def models(are_classes, features, seed):
    numbers = list(features.select_dtypes("number").columns)
    categories = [column for column in features.columns if column not in numbers]

    def encoded():
        scaled = make_pipeline(SimpleImputer(strategy="median", add_indicator=True), StandardScaler())
        one_hot = OneHotEncoder(handle_unknown="ignore")
        return make_column_transformer((scaled, numbers), (one_hot, categories), sparse_threshold=0)

    ordinal = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=numpy.nan)
    few = [i for i, column in enumerate(categories) if features[column].nunique() < MOST_CATEGORIES]
    boosting = HistGradientBoostingClassifier if are_classes else HistGradientBoostingRegressor
    boosted = make_pipeline(
        make_column_transformer((ordinal, categories), ("passthrough", numbers)),
        boosting(random_state=seed, categorical_features=few))
    if are_classes:
        linear = make_pipeline(encoded(), LogisticRegression(max_iter=2000))
        network = make_pipeline(encoded(), MLPClassifier(UNITS, max_iter=200, random_state=seed))
    else:
        linear = make_pipeline(encoded(), Ridge())
        network = TransformedTargetRegressor(
            make_pipeline(encoded(), MLPRegressor(UNITS, max_iter=200, random_state=seed)), transformer=StandardScaler())
    return {"linear": linear, "mlp": network, "boosting": boosted}


def measure(training, test, are_classes, seed):
    """For each peer the loss of each test row, and the seconds that it took to learn."""
    features, tested = training.drop(columns="target"), test.drop(columns="target")
    for column in features.select_dtypes(exclude="number").columns:
        features, tested = (part.assign(**{column: part[column].astype(str)}) for part in (features, tested))
    measured = {}
    for name, model in models(are_classes, features, seed).items():
        begun = time.perf_counter()
        model.fit(features, training.target)
        seconds = time.perf_counter() - begun
        if are_classes:
            losses = log_losses(model.predict_proba(tested), list(model.classes_), test.target)
        else:
            losses = (model.predict(tested) - test.target.to_numpy()) ** 2
        measured[name] = {"losses": losses.tolist(), "seconds": seconds}
    return measured


def log_losses(probabilities, classes, target):
    places = [classes.index(label) for label in target]
    return -numpy.log(numpy.clip(probabilities, 1e-15, 1)[numpy.arange(len(places)), places])
