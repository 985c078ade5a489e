"""What all pages of one law have around their content."""

from django.shortcuts import render


def law_page(request, template, law, rights, section, **context):
    """A page of the law (with its title, see ``access.law_for``): section, and what the person ``may`` do there.

    Templates ask ``{% if may.edit %}``: the names of ``access.Right`` in lower case.
    """
    may = {right.name.lower(): True for right in rights}
    status = context.pop("status", 200)
    return render(request, template, {"law": law, "section": section, "may": may, **context}, status=status)
