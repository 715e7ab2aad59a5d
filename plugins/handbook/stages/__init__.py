"""What the machine does: one verb a file, each stage takes one type and gives the next.

========  =====================  =============================
stage     call                   gives
========  =====================  =============================
reading   ``read(settings)``     ``Sources``
checking  ``check(sources)``     ``Entries``
linking   ``link(entries)``      ``Handbook``
drawing   ``draw(handbook)``     ``IllustratedHandbook``
planning  ``plan(illustrated)``  ``Plan``
rendering ``render(plan)``       ``Pages``
========  =====================  =============================

Publishing is done by the plugin's hooks, bundling on the built site.
"""
