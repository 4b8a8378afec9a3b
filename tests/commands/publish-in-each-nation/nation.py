"""nation.py SAMPLE FOLDER REGIME TYPE KIND NATION TITLE: the sample's case as if it were a review of another nation or of an adult."""
import re
import shutil
import sys

sample, folder, regime, kind_of_review, kind, nation, title = sys.argv[1:]
shutil.copytree(sample, folder)
case = open(folder + '/case.xml', encoding='utf-8').read()
case = case.replace('regime="ENG-WT2018" type="lcspr"', f'regime="{regime}" type="{kind_of_review}"').replace('kind="LSCP" nation="england"', f'kind="{kind}" nation="{nation}"')
case = re.sub(r'<title>.*?</title>', f'<title>{title}</title>', case, count=1)
case = re.sub(r'<reason>.*?</reason>', '<reason><p>What the guidance asks for was met. It was decided in April to hold a review.</p></reason>', case, flags=re.S)
case = re.sub(r'\s*<date kind="(panel-sent|secretary-of-state-sent|ofsted-sent|rapid-review-sent|notified|decision-notified)"[^>]*/>', '', case)
if regime == 'EW-DHR':
    case = case.replace('<date kind="publication"', '<date kind="quality-letter" on="2021-09-22"/>\n    <date kind="publication"')
open(folder + '/case.xml', 'w', encoding='utf-8').write(case)
