"""Changing the text of a law: what is opened to do so, and one address for each act."""

from django.urls import path

from ..views import acts, desks

PROVISION = "laws/<slug:slug>/provisions/<uuid:pk>/"

urlpatterns = [
    path("laws/<slug:slug>/undo/", acts.undo, name="undo"),
    path("laws/<slug:slug>/redo/", acts.redo, name="redo"),
    path("laws/<slug:slug>/entries/<int:sequence>/undo/", acts.undo_entry, name="undo_entry"),
    path("laws/<slug:slug>/excluded/", desks.excluded, name="excluded"),
    path(PROVISION + "desk/", desks.desk, name="desk"),
    path(PROVISION + "new/", desks.new, name="new_provision"),
    path(PROVISION + "menu/", desks.menu, name="unit_menu"),
    path(PROVISION + "destinations/", desks.destinations, name="destinations"),
    path(PROVISION + "reword/", acts.reword, name="reword"),
    path(PROVISION + "insert/", acts.insert, name="insert"),
    path(PROVISION + "split/", acts.split, name="split"),
    path(PROVISION + "join/", acts.join, name="join"),
    path(PROVISION + "indent/", acts.indent, name="indent"),
    path(PROVISION + "outdent/", acts.outdent, name="outdent"),
    path(PROVISION + "up/", acts.up, name="move_up"),
    path(PROVISION + "down/", acts.down, name="move_down"),
    path(PROVISION + "move/", acts.move, name="move"),
    path(PROVISION + "exclude/", acts.exclude, name="exclude"),
    path(PROVISION + "restore/", acts.restore, name="restore"),
]
