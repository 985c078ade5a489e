"""The card of a law."""

from django.urls import path

from ..views import card

urlpatterns = [
    path("laws/<slug:slug>/card/", card.card, name="card"),
    path("laws/<slug:slug>/card/change/", card.card_change, name="card_change"),
    path("laws/<slug:slug>/card/undo/", card.card_undo, name="card_undo"),
]
