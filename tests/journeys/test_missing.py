def test_an_unknown_address_is_an_accessible_page_with_a_way_home(browser, site, violations):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    answer = page.goto(f"{site}no-such-page")

    assert answer.status == 404
    assert violations(page) == []
    page.get_by_role("link", name="To the home page").click()
    assert page.url == site
    page.close()
